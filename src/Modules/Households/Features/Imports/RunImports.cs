using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Households.Domain.Imports;
using Dibao.Households.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Imports;

/// <summary>
/// Works at the imports, one after the other: reads the files, then enters batch by batch. Each step is a command of its own that names its
/// worker, so that a worker who has lost his hold changes nothing any more.
/// </summary>
internal sealed class RunImports(DibaoDbContext db, IMediator mediator, Sealing sealing, DibaoClock clock) : IBackgroundWork
{
    private const int AtOnce = 20;

    public async Task<bool> Step(Guid worker, CancellationToken cancellation)
    {
        var now = clock.MachineTime;
        var open = await db.OpenImports.AsNoTracking().Where(i => i.Worker == worker || i.HeldUntil == null || i.HeldUntil < now).OrderBy(i => i.Id).Take(AtOnce)
            .Select(i => new { i.Id, i.State }).ToListAsync(cancellation);
        foreach (var cutOff in open.Where(i => i.State == ImportState.Receiving)) await mediator.Send(new ForgetImport(cutOff.Id), cancellation);
        foreach (var import in open.Where(i => i.State != ImportState.Receiving))
        {
            if ((await mediator.Send(new HoldImport(import.Id, worker), cancellation)).Refused) continue; // another node has it
            try
            {
                if (import.State == ImportState.Waiting) await Read(import.Id, worker, cancellation);
                while (await mediator.Send(new EnterImportBatch(import.Id, worker), cancellation) is { Refused: false, Value.State: ImportState.Entering })
                    cancellation.ThrowIfCancellationRequested();
                return true;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                await mediator.Send(new LetImportRest(import.Id, worker, failure.Told()), CancellationToken.None);
                throw;
            }
        }
        return false;
    }

    public async Task Leave(Guid worker, CancellationToken cancellation) => await mediator.Send(new LeaveImports(worker), cancellation);

    private async Task Read(Guid id, Guid worker, CancellationToken cancellation)
    {
        var import = await db.Imports.AsNoTracking().FirstAsync(i => i.Id == id, cancellation);
        if (!await Did(new BeginReading(id, worker))) return;
        try
        {
            var sheets = new ReadSheets(
                new ImportContent(db, sealing, id), sealing, import,
                async (rows, stop) => Must(await mediator.Send(new StageImportRows(id, worker, rows), stop)),
                async (sheet, headings, stop) => Must(await mediator.Send(new KeepHeadings(id, worker, sheet, headings), stop)));
            var (read, gb18030) = await sheets.Read(cancellation);
            await Did(new EndReading(id, worker, read, gb18030));
        }
        catch (FileRefused refused)
        {
            await Did(new RefuseImport(id, worker, refused.Why));
        }

        async Task<bool> Did(ICommand<Done> command) => !(await mediator.Send(command, cancellation)).Refused;

        static void Must(Result<Done> done)
        {
            if (done.Refused) throw new OperationCanceledException("Another worker has taken the import over.");
        }
    }
}
