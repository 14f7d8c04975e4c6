using Dibao.SharedKernel;

namespace Dibao.BuildingBlocks.Access;

/// <summary>Who asks, with which roles, for which place. One per request; the system itself for subscribers and the timetable.</summary>
public sealed class Caller
{
    /// <summary>Subject of the token; <c>system</c> for the system itself, <c>public</c> without a token.</summary>
    public string Subject { get; private set; } = "public";

    /// <summary>Roles of the token that exist.</summary>
    public IReadOnlyList<Role> Roles { get; private set; } = [];

    /// <summary>The place the caller serves: he sees nothing outside it.</summary>
    public DivisionCode Division { get; private set; }

    /// <summary>Sees only what he filed himself.</summary>
    public bool OwnCasesOnly { get; private set; }

    /// <summary>The key under which a repeat gets the same answer; null when none was sent.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>The version the caller saw (If-Match); null when he stated none.</summary>
    public long? SeenVersion { get; set; }

    /// <summary>Set when the answer is that of an earlier, equal request.</summary>
    public bool Replayed { get; set; }

    /// <summary>Becomes a known person.</summary>
    public void Become(string subject, IEnumerable<Role> roles, DivisionCode division)
    {
        Subject = subject;
        Roles = [.. roles];
        Division = division;
        OwnCasesOnly = Roles.Count > 0 && Roles.All(r => r.OwnCasesOnly);
    }

    /// <summary>Becomes the system itself: subscribers, timetable, start-up.</summary>
    public void BecomeSystem()
    {
        Subject = "system";
        Division = DivisionCode.Nation;
    }

    /// <summary>Whether one of his roles may do this.</summary>
    public bool May(Permission permission) => permission switch
    {
        Permission.Public => true,
        Permission.Known => Roles.Count > 0,
        _ => Roles.Any(r => r.Permissions.Contains(permission)),
    };

    /// <summary>Whether a place lies in the one he serves.</summary>
    public bool Serves(DivisionCode division) => Division.Contains(division);
}
