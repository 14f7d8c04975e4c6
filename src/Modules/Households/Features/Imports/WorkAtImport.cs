using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Households.Domain.Imports;
using Dibao.Households.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Imports;

/// <summary>How long a worker holds an import without a sign of life, by the machine's clock.</summary>
internal static class ImportHold
{
    public static readonly Duration Long = Duration.FromSeconds(20);
    public static readonly Duration Rest = Duration.FromMinutes(1);

    extension(DibaoDbContext db)
    {
        /// <summary>The import that a worker holds, to be changed; null when it is not his, or not at this step.</summary>
        public async Task<Import?> HeldImport(Guid import, Guid worker, ImportState state, Instant now, CancellationToken cancellation)
        {
            var held = await db.Imports.FirstOrDefaultAsync(i => i.Id == import && i.Worker == worker && i.State == state, cancellation);
            held?.Hold(worker, now + Long);
            return held;
        }
    }
}

/// <summary>Takes an import that nobody works at.</summary>
internal sealed record HoldImport(Guid Import, Guid Worker) : ICommand<Done>, ILeavesNoEntry
{
    internal sealed class Handler(DibaoDbContext db, DibaoClock clock) : ICommandHandler<HoldImport, Done>
    {
        public async Task<Result<Done>> Handle(HoldImport request, CancellationToken cancellationToken)
        {
            var now = clock.MachineTime;
            var import = await db.Imports.FirstOrDefaultAsync(
                i => i.Id == request.Import && (i.State == ImportState.Waiting || i.State == ImportState.Entering)
                    && (i.Worker == request.Worker || i.HeldUntil == null || i.HeldUntil < now), cancellationToken);
            if (import is null) return PlumbingProblems.Contended.Plain();
            import.Hold(request.Worker, now + ImportHold.Long);
            return Done.It;
        }
    }
}

/// <summary>Begins to read the files of an import; what an earlier reading had put down is forgotten.</summary>
internal sealed record BeginReading(Guid Import, Guid Worker) : ICommand<Done>, ILeavesNoEntry
{
    internal sealed class Handler(DibaoDbContext db, DibaoClock clock) : ICommandHandler<BeginReading, Done>
    {
        public async Task<Result<Done>> Handle(BeginReading request, CancellationToken cancellationToken)
        {
            if (await db.HeldImport(request.Import, request.Worker, ImportState.Waiting, clock.MachineTime, cancellationToken) is not { } import) return PlumbingProblems.Contended.Plain();
            await db.Set<ImportRows>().Where(r => r.Import == request.Import).ExecuteDeleteAsync(cancellationToken);
            import.Begin();
            return Done.It;
        }
    }
}

/// <summary>Keeps the headings of a file.</summary>
internal sealed record KeepHeadings(Guid Import, Guid Worker, ImportSheet Sheet, byte[] Headings) : ICommand<Done>, ILeavesNoEntry
{
    internal sealed class Handler(DibaoDbContext db, DibaoClock clock) : ICommandHandler<KeepHeadings, Done>
    {
        public async Task<Result<Done>> Handle(KeepHeadings request, CancellationToken cancellationToken)
        {
            if (await db.HeldImport(request.Import, request.Worker, ImportState.Waiting, clock.MachineTime, cancellationToken) is not { } import) return PlumbingProblems.Contended.Plain();
            import.Head(request.Sheet, request.Headings);
            return Done.It;
        }
    }
}

/// <summary>Puts rows down by the batch of their family.</summary>
internal sealed record StageImportRows(Guid Import, Guid Worker, IReadOnlyList<PlacedRow> Rows) : ICommand<Done>, ILeavesNoEntry
{
    private const int Together = 200; // short enough for their bytes to stay out of the heap of large objects

    internal sealed class Handler(DibaoDbContext db, Sealing sealing, DibaoClock clock) : ICommandHandler<StageImportRows, Done>
    {
        public async Task<Result<Done>> Handle(StageImportRows request, CancellationToken cancellationToken)
        {
            if (await db.HeldImport(request.Import, request.Worker, ImportState.Waiting, clock.MachineTime, cancellationToken) is not { } import) return PlumbingProblems.Contended.Plain();
            var batches = request.Rows.GroupBy(r => r.Batch()).SelectMany(g => g.Chunk(Together), (g, rows) => (Batch: g.Key, Rows: rows));
            await db.WriteMany(batches.Select((of, i) => new ImportRows { Import = import.Id, Batch = of.Batch, Number = import.Rows + i, Sealed = sealing.SealRow(of.Rows) }), cancellationToken);
            import.Stage(request.Rows.Count);
            return Done.It;
        }
    }
}

/// <summary>All was read; entering begins.</summary>
internal sealed record EndReading(Guid Import, Guid Worker, FileRead Read, bool Gb18030) : ICommand<Done>, ILeavesNoEntry
{
    internal sealed class Handler(DibaoDbContext db, DibaoClock clock) : ICommandHandler<EndReading, Done>
    {
        public async Task<Result<Done>> Handle(EndReading request, CancellationToken cancellationToken)
        {
            if (await db.HeldImport(request.Import, request.Worker, ImportState.Waiting, clock.MachineTime, cancellationToken) is not { } import) return PlumbingProblems.Contended.Plain();
            import.Read(request.Read, request.Gb18030);
            await db.HasGrown<ImportRows>(cancellationToken);
            return Done.It;
        }
    }
}

/// <summary>An import cannot be read: nothing of it is kept but why.</summary>
internal sealed record RefuseImport(Guid Import, Guid Worker, Error Why) : ICommand<Done>, IConcern
{
    Guid IConcern.Concern => Import;

    internal sealed class Handler(DibaoDbContext db, Today today, DibaoClock clock) : ICommandHandler<RefuseImport, Done>
    {
        public async Task<Result<Done>> Handle(RefuseImport request, CancellationToken cancellationToken)
        {
            if (await db.HeldImport(request.Import, request.Worker, ImportState.Waiting, clock.MachineTime, cancellationToken) is not { } import) return PlumbingProblems.Contended.Plain();
            await db.ForgetContent(import.Id, cancellationToken);
            import.Refuse(request.Why, today.Now);
            return Done.It;
        }
    }
}

/// <summary>A failure stopped the work at an import: others have their turn before it is tried again.</summary>
internal sealed record LetImportRest(Guid Import, Guid Worker, string Failure) : ICommand<Done>, ILeavesNoEntry
{
    internal sealed class Handler(DibaoDbContext db, DibaoClock clock) : ICommandHandler<LetImportRest, Done>
    {
        public async Task<Result<Done>> Handle(LetImportRest request, CancellationToken cancellationToken)
        {
            var until = clock.MachineTime + ImportHold.Rest;
            await db.Imports.Where(i => i.Id == request.Import && i.Worker == request.Worker).ExecuteUpdateAsync(
                set => set.SetProperty(i => i.Worker, (Guid?)null).SetProperty(i => i.HeldUntil, until).SetProperty(i => i.LastFailure, request.Failure), cancellationToken);
            return Done.It;
        }
    }
}

/// <summary>A worker ends: what it held is for others at once.</summary>
internal sealed record LeaveImports(Guid Worker) : ICommand<Done>, ILeavesNoEntry
{
    internal sealed class Handler(DibaoDbContext db) : ICommandHandler<LeaveImports, Done>
    {
        public async Task<Result<Done>> Handle(LeaveImports request, CancellationToken cancellationToken)
        {
            await db.OpenImports.Where(i => i.Worker == request.Worker)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.Worker, (Guid?)null).SetProperty(i => i.HeldUntil, (Instant?)null), cancellationToken);
            return Done.It;
        }
    }
}
