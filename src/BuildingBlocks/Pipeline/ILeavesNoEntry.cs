namespace Dibao.BuildingBlocks.Pipeline;

/// <summary>A command of the timetable that leaves no audit entry when done: the sealing of the trail, which would otherwise feed itself.</summary>
public interface ILeavesNoEntry;
