using Dibao.BuildingBlocks.Pipeline;
using Dibao.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Dibao.BuildingBlocks.Persistence;

/// <summary>Loads the aggregate that a command changes.</summary>
public static class Loading
{
    /// <summary>The aggregate, unless there is none within the caller's division (404) or it changed since he saw it (412).</summary>
    public static async Task<Result<T>> Seen<T>(this DibaoDbContext db, Task<T?> load, string zhName, string enName) where T : AggregateRoot
    {
        var found = await db.Found(load, zhName, enName);
        if (!found.Refused && db.Caller.SeenVersion is { } seen && seen != found.Value.Version)
            return PlumbingProblems.Stale.Because($"该{zhName}已是第 {found.Value.Version} 版,您看到的是第 {seen} 版。", $"This {enName} is at version {found.Value.Version}; you saw {seen}.");
        return found;
    }

    /// <summary>The aggregate that changes beside the one whose version the caller states; 404 where there is none within his division.</summary>
    public static async Task<Result<T>> Found<T>(this DibaoDbContext db, Task<T?> load, string zhName, string enName) where T : AggregateRoot
    {
        if (await load is not { } root) return PlumbingProblems.NotFound.Because($"没有该{zhName},或不在您的管辖区域内。", $"There is no such {enName} in the division you serve.");
        // what is loaded to be changed counts as changed, whichever of its rows the change touches: the version told is the version stored
        if (db.Entry(root) is { State: EntityState.Unchanged } entry) entry.Property(nameof(AggregateRoot.Version)).IsModified = true;
        return root;
    }
}
