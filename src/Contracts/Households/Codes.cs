namespace Dibao.Contracts.Households;

/// <summary>Kind of household registration (hukou); decides urban or rural scheme (220 Art 6). Labels: code table hukou.</summary>
public enum HukouKind
{
    /// <summary>Non-agricultural: urban dibao.</summary>
    NonAgricultural = 1,

    /// <summary>Agricultural: rural dibao.</summary>
    Agricultural = 2,
}

/// <summary>The kinds of income that count (57 Art 13; 220 Art 16). Labels: code table income_kind.</summary>
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

/// <summary>Kinds of assets (57 Art 14; 220 Art 17). Labels: code table asset_kind.</summary>
public enum AssetKind
{
    /// <summary>Deposits.</summary>
    Deposit = 1,

    /// <summary>Securities.</summary>
    Security = 2,

    /// <summary>Funds.</summary>
    Fund = 3,

    /// <summary>Commercial insurance.</summary>
    Insurance = 4,

    /// <summary>Claims on others.</summary>
    Claim = 5,

    /// <summary>Online-finance assets.</summary>
    OnlineFinance = 6,

    /// <summary>Vehicles, except disability mobility vehicles.</summary>
    Vehicle = 7,

    /// <summary>Housing.</summary>
    Housing = 8,

    /// <summary>Trees and other fixtures.</summary>
    Fixture = 9,

    /// <summary>Other assets.</summary>
    Other = 99,
}

/// <summary>Labour capacity (county monthly report). Labels: code table labour_capacity.</summary>
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
