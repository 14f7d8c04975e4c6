namespace Dibao.Contracts.Households;

/// <summary>Kind of household registration (hukou); decides urban or rural scheme (220 Art 6).</summary>
public enum HukouKind
{
    /// <summary>Non-agricultural: urban dibao.</summary>
    NonAgricultural = 1,

    /// <summary>Agricultural: rural dibao.</summary>
    Agricultural = 2,
}

/// <summary>The kinds of income that count (57 Art 13; 220 Art 16).</summary>
public enum IncomeKind
{
    /// <summary>Wage income, net of necessary work costs.</summary>
    Wage = 1,

    /// <summary>Net business income.</summary>
    Business = 2,

    /// <summary>Net property income.</summary>
    Property = 3,

    /// <summary>Net transfer income: support payments, pensions, unemployment benefit.</summary>
    Transfer = 4,

    /// <summary>Other income to be counted.</summary>
    Other = 9,
}

/// <summary>Kinds of assets (57 Art 14; 220 Art 17).</summary>
public enum AssetKind
{
    /// <summary>Deposits, securities and funds.</summary>
    Financial = 1,

    /// <summary>Vehicles, except disability mobility vehicles.</summary>
    Vehicle = 2,

    /// <summary>Housing.</summary>
    Housing = 3,

    /// <summary>Claims on others.</summary>
    Claim = 4,

    /// <summary>Other assets.</summary>
    Other = 5,
}

/// <summary>Labour capacity (county monthly report).</summary>
public enum LabourCapacity
{
    /// <summary>Able to work.</summary>
    Able = 1,

    /// <summary>Partly lost through disability, injury or illness.</summary>
    PartlyLost = 2,

    /// <summary>Wholly lost.</summary>
    Lost = 3,

    /// <summary>Outside working age: minors and the elderly.</summary>
    OutsideWorkingAge = 4,
}
