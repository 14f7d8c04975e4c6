namespace Dibao.BuildingBlocks.Pipeline;

/// <summary>A command that leaves no audit entry when done: the sealing of the trail, which would otherwise feed itself, and what changes nothing.</summary>
public interface ILeavesNoEntry;
