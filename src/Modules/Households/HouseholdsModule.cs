using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.Households.Domain.Imports;
using Dibao.Households.Domain.Papers;
using Dibao.Households.Features;
using Dibao.Households.Features.Archive;
using Dibao.Households.Features.Changes;
using Dibao.Households.Features.Discovery;
using Dibao.Households.Features.Imports;
using Dibao.Households.Features.Means;
using Dibao.Households.Features.Members;
using Dibao.Households.Features.Officers;
using Dibao.Households.Features.Papers;
using Dibao.Households.Features.Payees;
using Dibao.Households.Features.Place;
using Dibao.Households.Features.Reference;
using Dibao.Households.Features.Search;
using Dibao.Households.Features.Standings;
using Dibao.Households.Features.Transfers;
using Dibao.Households.Features.Warnings;
using Dibao.Households.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households;

/// <summary>Who lives together, on what, where, and into which account they are paid.</summary>
public sealed class HouseholdsModule : IModule
{
    /// <inheritdoc />
    public string Name => "households";

    /// <inheritdoc />
    public void Model(ModelBuilder model) => HouseholdsModel.Map(model);

    /// <inheritdoc />
    public void Routes(RouteTable routes)
    {
        routes.Post("/households", RegisterHousehold.Endpoint, Permission.RegisterHousehold);
        routes.Get("/households", FindHouseholds.Endpoint, Permission.ReadHouseholds);
        routes.Get("/households/{id}", GetHousehold.Endpoint, Permission.ReadHouseholds);
        routes.Put("/households/{id}/members/{person}", ChangeMember.Endpoint, Permission.ReportChange);
        routes.Put("/households/{id}/members/{person}/id-number", CorrectIdNumber.Endpoint, Permission.ReportChange);
        routes.Put("/households/{id}/means", DeclareMeans.Endpoint, Permission.RegisterHousehold);
        routes.Get("/households/{id}/means", GetMeans.Endpoint, Permission.ReadHouseholds);
        routes.Post("/households/{id}/means/findings", RecordMeansFinding.Endpoint, Permission.RecordMeansFindings);
        routes.Post("/households/{id}/means/findings/{finding}/withdrawal", TakeBackMeansFinding.Endpoint, Permission.RecordMeansFindings);
        routes.Put("/households/{id}/obligors", NameObligors.Endpoint, Permission.NameObligors);
        routes.Post("/households/{id}/living-standard", RecordLivingStandard.Endpoint, Permission.RecordMeansFindings);
        routes.Post("/households/{id}/living-standard/{sign}/withdrawal", TakeBackLivingStandard.Endpoint, Permission.RecordMeansFindings);
        routes.Post("/households/{id}/changes", TellChange.Endpoint, Permission.ReportChange);
        routes.Get("/changes", FindChanges.Endpoint, Permission.ReadHouseholds);
        routes.Post("/households/{id}/self-reports", ReportForPeriod.Endpoint, Permission.ReportChange);
        routes.Get("/self-reports", FindSelfReports.Endpoint, Permission.ReadFieldwork);
        routes.Post("/households/{id}/members", AddMember.Endpoint, Permission.ReportChange);
        routes.Post("/households/{id}/members/{person}/departure", LetMemberLeave.Endpoint, Permission.ReportChange);
        routes.Put("/households/{id}/head", NameHead.Endpoint, Permission.ReportChange);
        routes.Decide("/households/{id}/split", SplitHousehold.Endpoint, Permission.ArrangeHouseholds);
        routes.Decide("/households/{id}/merger", MergeHouseholds.Endpoint, Permission.ArrangeHouseholds);
        routes.Put("/households/{id}/place", MoveHousehold.Endpoint, Permission.ArrangeHouseholds);
        routes.Put("/households/{id}/hukou", ConvertHukou.Endpoint, Permission.ArrangeHouseholds);
        routes.Post("/households/{id}/transfers", OfferTransfer.Endpoint, Permission.TransferHouseholds);
        routes.Get("/transfers", FindTransfers.Endpoint, Permission.ReadFieldwork);
        routes.Get("/transfers/{id}", GetTransfer.Endpoint, Permission.ReadFieldwork);
        routes.Get("/transfers/{id}/file", GetHandOverFile.Endpoint, Permission.TransferHouseholds);
        routes.Decide("/transfers/{id}/acceptance", AcceptTransfer.Endpoint, Permission.TransferHouseholds);
        routes.Decide("/transfers/{id}/return", SendTransferBack.Endpoint, Permission.TransferHouseholds);
        routes.Put("/households/{id}/payee", NamePayee.Endpoint, Permission.NamePayee);
        routes.Post("/households/{id}/deaths", ReportDeath.Endpoint, Permission.ReportChange);
        routes.Ask("/households/{id}/members/{person}/reveal", RevealIdNumber.Endpoint, Permission.RevealNumbers);
        routes.Get("/reference/codes", GetCodes.Endpoint, Permission.Public);
        routes.Get("/reference/import-columns", GetImportColumns.Endpoint, Permission.Public);
        routes.Get("/reference/divisions", FindDivisions.Endpoint, Permission.Public);
        routes.Post("/reference/divisions", EnterDivision.Endpoint, Permission.KeepDivisions);
        routes.Post("/reference/divisions/{code}/end", EndDivision.Endpoint, Permission.KeepDivisions);
        routes.Upload("/takeovers", TakeOverCases.Endpoint, Permission.TakeOverCases, TakeOverCases.UploadLimit, new UploadTerms(TakeOverCases.MediaType, typeof(LiveCaseBody)));
        routes.Get("/takeovers/{id}", GetTakeover.Endpoint, Permission.TakeOverCases);
        routes.Get("/takeovers/{id}/rejected", GetRejectedCases.Endpoint, Permission.TakeOverCases);

        routes.Get("/paper-checklist", GetPaperChecklist.Endpoint, Permission.Known);
        routes.Upload("/households/{id}/papers", FilePaper.Endpoint, Permission.RegisterHousehold, Paper.MostBytes, new FileTerms(PaperMedias.MediaTypes));
        routes.Get("/households/{id}/papers", FindPapers.Endpoint, Permission.ReadHouseholds);
        routes.Get("/households/{id}/papers/missing", GetMissingPapers.Endpoint, Permission.ReadHouseholds);
        routes.Get("/households/{id}/papers/match", GetPapersMatch.Endpoint, Permission.ReadPapers);
        routes.Get("/households/{id}/papers/{paper}/content", FetchPaper.Endpoint, Permission.ReadPapers, new FileTerms(PaperMedias.MediaTypes));
        routes.Post("/households/{id}/papers/{paper}/reading", ReadPaper.Endpoint, Permission.RegisterHousehold);
        routes.Post("/households/{id}/papers/{paper}/withdrawal", WithdrawPaper.Endpoint, Permission.RegisterHousehold);
        routes.Post("/households/{id}/declarations", SignDeclaration.Endpoint, Permission.RegisterHousehold);
        routes.Get("/households/{id}/declarations", FindDeclarations.Endpoint, Permission.ReadHouseholds);
        routes.Post("/households/{id}/declarations/{declaration}/falsity", FindPromiseFalse.Endpoint, Permission.ReportChange);
        routes.Post("/households/{id}/credit-entries", RecordCredit.Endpoint, Permission.ReportChange);
        routes.Get("/households/{id}/credit-entries", FindCreditEntries.Endpoint, Permission.ReadHouseholds);
        routes.Post("/households/{id}/credit-entries/{entry}/striking-out", StrikeOutCredit.Endpoint, Permission.ReportChange);
        routes.Post("/false-issuers", EnterFalseIssuer.Endpoint, Permission.KeepFalseIssuers);
        routes.Get("/false-issuers", FindFalseIssuers.Endpoint, Permission.ReadPapers);
        routes.Post("/false-issuers/{id}/clearing", ClearFalseIssuer.Endpoint, Permission.KeepFalseIssuers);

        routes.Post("/households/{id}/place-requests", AskPlace.Endpoint, Permission.AskPlace);
        routes.Get("/place-requests", FindPlaceRequests.Endpoint, Permission.ReadFieldwork);
        routes.Get("/place-requests/{id}", GetPlaceRequest.Endpoint, Permission.ReadFieldwork);
        routes.Upload("/place-requests/{id}/papers", ShowPlacePaper.Endpoint, Permission.AnswerPlace, Paper.MostBytes, new FileTerms(PaperMedias.MediaTypes));
        routes.Post("/place-requests/{id}/answer", AnswerPlace.Endpoint, Permission.AnswerPlace);
        routes.Post("/place-requests/{id}/withdrawal", WithdrawPlaceRequest.Endpoint, Permission.AskPlace);

        routes.Post("/archive/containers", EnterContainer.Endpoint, Permission.KeepArchive);
        routes.Get("/archive/containers", FindContainers.Endpoint, Permission.ReadFieldwork);
        routes.Post("/archive/containers/{id}/move", MoveContainer.Endpoint, Permission.KeepArchive);
        routes.Get("/archive/containers/{id}/files", FindFilesInContainer.Endpoint, Permission.ReadFieldwork);
        routes.Post("/households/{id}/archive", PutFileIntoBox.Endpoint, Permission.KeepArchive);
        routes.Get("/households/{id}/archive", GetArchivePlace.Endpoint, Permission.ReadFieldwork);
        routes.Get("/archive/ledger", GetLedger.Endpoint, Permission.ReadFieldwork);
        routes.Get("/households/{id}/completeness", GetCompleteness.Endpoint, Permission.ReadFieldwork);
        routes.Get("/archive/completeness", GetCompletenessByPlace.Endpoint, Permission.ReadFieldwork);

        routes.Post("/discoveries", RecordDiscovery.Endpoint, Permission.RecordDiscovery);
        routes.Get("/discoveries", FindDiscoveries.Endpoint, Permission.ReadFieldwork);
        routes.Get("/discoveries/{id}", GetDiscovery.Endpoint, Permission.ReadFieldwork);
        routes.Post("/discoveries/{id}/informing", InformDiscovered.Endpoint, Permission.RecordDiscovery);
        routes.Post("/discoveries/{id}/household", LinkDiscovery.Endpoint, Permission.RecordDiscovery);
        routes.Post("/discoveries/{id}/closing", CloseDiscovery.Endpoint, Permission.RecordDiscovery);
        routes.Decide("/households/{id}/standings", RecogniseStanding.Endpoint, Permission.KeepStandings);
        routes.Get("/households/{id}/standings", GetStandings.Endpoint, Permission.ReadHouseholds);
        routes.Decide("/households/{id}/standings/{standing}/end", EndStanding.Endpoint, Permission.KeepStandings);
        routes.Get("/standings", FindStandings.Endpoint, Permission.ReadFieldwork);

        routes.Get("/warning-rules", GetWarningRules.Endpoint, Permission.Known);
        routes.Get("/warnings", FindWarnings.Endpoint, Permission.ReadFieldwork);
        routes.Post("/warnings/look", LookForWarningsNow.Endpoint, Permission.HandleWarnings);
        routes.Post("/warnings/{id}/handling", HandleWarning.Endpoint, Permission.HandleWarnings);

        routes.Ask("/households/search", SearchByIdNumber.Endpoint, Permission.ReadHouseholds);
        routes.Put("/households/{id}/phone", NotePhone.Endpoint, Permission.RegisterHousehold);
        routes.Get("/households/{id}/duplicates", GetDuplicates.Endpoint, Permission.ReadDuplicates);
        routes.Get("/duplicates", FindDuplicates.Endpoint, Permission.ReadDuplicates);

        routes.Upload("/imports", ImportCases.Endpoint, Permission.TakeOverCases, ImportLimits.Bytes, new FileTerms(ImportCases.MediaTypes, ImportCases.Families, ImportCases.Persons));
        routes.Get("/imports", FindImports.Endpoint, Permission.TakeOverCases);
        routes.Get("/imports/{id}", GetImport.Endpoint, Permission.TakeOverCases);
        routes.Get("/imports/{id}/rejected", FindRejectedRows.Endpoint, Permission.TakeOverCases);
        routes.Get("/imports/{id}/rejected/file", FetchRejectedFile.Endpoint, Permission.TakeOverCases, new FileTerms(FetchRejectedFile.MediaTypes));
        routes.Post("/households/{id}/payee-changes", ProposePayeeChange.Endpoint, Permission.NamePayee);
        routes.Get("/payee-changes", FindPayeeChanges.Endpoint, Permission.ReadHouseholds);
        routes.Decide("/payee-changes/{change}/confirmation", ConfirmPayeeChange.Endpoint, Permission.ConfirmPayee);
        routes.Decide("/payee-changes/{change}/refusal", RefusePayeeChange.Endpoint, Permission.ConfirmPayee);

        routes.Post("/officers", EnterOfficer.Endpoint, Permission.KeepOfficers);
        routes.Get("/officers", FindOfficers.Endpoint, Permission.ReadOfficers);
        routes.Post("/officers/{id}/kin", AddOfficerKin.Endpoint, Permission.KeepOfficers);
        routes.Post("/officers/{id}/kin/{kin}/end", EndOfficerKin.Endpoint, Permission.KeepOfficers);
        routes.Post("/officers/{id}/end", EndOfficer.Endpoint, Permission.KeepOfficers);
        routes.Post("/households/{id}/filings", DeclareFiling.Endpoint, Permission.RegisterHousehold);
        routes.Get("/filings", FindFilings.Endpoint, Permission.ReadFilings);
        routes.Post("/filings/{filing}/end", EndFiling.Endpoint, Permission.KeepOfficers);
    }

    /// <inheritdoc />
    public IEnumerable<TimetableEntry> Timetable => [new("look-for-warnings", "0 0 2 * * ?", period => new LookForWarnings(period.InZone(Today.Zone).Date))];

    /// <inheritdoc />
    public IEnumerable<ICommand<Done>> AtStart => [new CheckSealingKeys(), new LoadDivisions()];
}
