using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Http;
using Dibao.Funds.Features.Ledger;
using Dibao.Funds.Features.Payrolls;
using Dibao.Funds.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds;

/// <summary>Where the money comes from, whom it is owed, and that it got there: ledger, payrolls, returns.</summary>
public sealed class FundsModule : IModule
{
    /// <inheritdoc />
    public string Name => "funds";

    /// <inheritdoc />
    public void Model(ModelBuilder model) => FundsModel.Map(model);

    /// <inheritdoc />
    public void Routes(RouteTable routes)
    {
        routes.Decide("/appropriations", ReceiveAppropriation.Endpoint, Permission.RecordAppropriation);
        routes.Get("/appropriations", FindAppropriations.Endpoint, Permission.ReadLedger);
        routes.Get("/appropriations/{id}", GetAppropriation.Endpoint, Permission.ReadLedger);
        routes.Get("/ledger/entries", FindLedgerEntries.Endpoint, Permission.ReadLedger);
        routes.Get("/ledger/accounts", GetTrialBalance.Endpoint, Permission.ReadLedger);
        routes.Get("/ledger/verification", VerifyLedger.Endpoint, Permission.ReadLedger);
        routes.Get("/special-accounts/{county}/statement", GetSpecialAccountStatement.Endpoint, Permission.ReadLedger);

        routes.Decide("/payrolls", BuildPayroll.Endpoint, Permission.BuildPayroll);
        routes.Get("/payrolls", FindPayrolls.Endpoint, Permission.ReadPayrolls);
        routes.Get("/payrolls/{id}", GetPayroll.Endpoint, Permission.ReadPayrolls);
        routes.Get("/payrolls/{id}/lines", FindPayrollLines.Endpoint, Permission.ReadPayrolls);
        routes.Decide("/payrolls/{id}/lock", LockPayroll.Endpoint, Permission.BuildPayroll);
        routes.Decide("/payrolls/{id}/payment-request", RequestPayment.Endpoint, Permission.RequestPayment);
        routes.Decide("/payrolls/{id}/approval", ApprovePayment.Endpoint, Permission.ApprovePayment);
        routes.Decide("/payrolls/{id}/transfer", TransferMoney.Endpoint, Permission.TransferMoney);
        routes.Get("/payrolls/{id}/bank-file", FetchBankFile.Endpoint, Permission.FetchBankFile, new FileTerms(["text/csv"]));
        routes.Decide("/payrolls/{id}/bank-result", ReportBankResult.Endpoint, Permission.ReportBankResult);
        routes.Decide("/repayments", BuildRepayment.Endpoint, Permission.BuildPayroll);
        routes.Get("/overpayments", FindOverpayments.Endpoint, Permission.ReadPayrolls);
        routes.Get("/returns", FindReturns.Endpoint, Permission.ReadPayrolls);
    }
}
