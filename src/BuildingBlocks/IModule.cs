using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Dibao.BuildingBlocks;

/// <summary>A module's door: the only type of it that anybody else sees.</summary>
public interface IModule
{
    /// <summary>Lower-case name: schema, table prefix, problem-type prefix.</summary>
    string Name { get; }

    /// <summary>The module's tables.</summary>
    void Model(ModelBuilder model);

    /// <summary>The module's routes: its whole API on one screen.</summary>
    void Routes(RouteTable routes);

    /// <summary>What the module wants done by the calendar.</summary>
    IEnumerable<TimetableEntry> Timetable => [];

    /// <summary>What the module wants done, as the system, each time the product starts; doing it again changes nothing.</summary>
    IEnumerable<ICommand<Done>> AtStart => [];
}
