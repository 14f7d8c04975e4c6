using Dibao.Contracts.Households;
using Npgsql;

namespace Dibao.Benchmarks.Ratios.Bare;

/// <summary>By Npgsql: prepared statements, all rows of a household in one batch, all reads of one in another.</summary>
internal sealed class PostgresHouseholds(NpgsqlDataSource source) : IHouseholdTables
{
    private const string TakeNumber =
        "INSERT INTO numbers.series AS s (name, last) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET last = s.last + 1 RETURNING last";
    private const string InsertHousehold =
        """INSERT INTO households.household ("Id", "FileNumber", "Division", "County", "Residence", "Hukou", "RegisteredOn", "Version") VALUES ($1, $2, $3, $4, $5, $6, $7, 1)""";
    private const string InsertPerson = """INSERT INTO households.person ("Id", "IdNumberHash", "Household") VALUES ($1, $2, $3)""";
    private const string InsertMember =
        """
        INSERT INTO households.member ("Id", "Household", "Person", "Name", "SealedIdNumber", "MaskedIdNumber", "BirthDate", "Sex", "Relationship", "Labour", "ValidFrom", "Recorded")
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;
    private const string InsertIncome = """INSERT INTO households.income ("Id", "Household", "Kind", "Yearly", "ValidFrom", "Recorded") VALUES ($1, $2, $3, $4, $5, $6)""";
    private const string InsertAsset = """INSERT INTO households.asset ("Id", "Household", "Kind", "Value", "ValidFrom", "Recorded") VALUES ($1, $2, $3, $4, $5, $6)""";
    private const string InsertPayee =
        """
        INSERT INTO households.payee ("Id", "Household", "Holder", "HolderName", "Bank", "SealedNumber", "MaskedNumber", "ValidFrom", "Recorded")
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;
    private const string InsertFact = """INSERT INTO outbox.fact ("Type", "Subject", "County", "At", "Body") VALUES ($1, $2, $3, $4, $5)""";
    private const string InsertEntry =
        """INSERT INTO audit.entry ("Id", "At", "Caller", "Roles", "Office", "Action", "Concern", "Outcome") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""";

    private const string Believed = """ "Household" = $1 AND "ValidFrom" <= $2 AND ("ValidTo" IS NULL OR "ValidTo" > $2) AND "Superseded" IS NULL """;

    private static readonly string[] Reads =
    [
        """SELECT "FileNumber", "Division", "Residence", "Hukou", "RegisteredOn", "Version" FROM households.household WHERE "Id" = $1 AND "Division" BETWEEN $2 AND $3""",
        $"""SELECT "Person", "Name", "MaskedIdNumber", "BirthDate", "Sex", "Relationship", "Labour" FROM households.member WHERE {Believed} ORDER BY "Relationship", "BirthDate" """,
        $"""SELECT "Kind", "Yearly" FROM households.income WHERE {Believed} ORDER BY "Kind" """,
        $"""SELECT "Kind", "Value" FROM households.asset WHERE {Believed} ORDER BY "Kind" """,
        $"""SELECT "Id", "Holder", "HolderName", "Bank", "MaskedNumber" FROM households.payee WHERE {Believed} LIMIT 1""",
    ];

    public async Task<string> Register(HouseholdRows rows, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var take = new NpgsqlCommand(TakeNumber, connection, transaction) { Parameters = { new NpgsqlParameter { Value = rows.Series } } };
        var file = rows.FileNumber((long)(await take.ExecuteScalarAsync(cancellation))!);
        await using var batch = new NpgsqlBatch(connection, transaction);
        Add(batch, rows, file);
        Add(batch, InsertFact, "households.household_registered", rows.Id, rows.County, rows.Now, rows.Registered);
        Add(batch, InsertFact, "households.payee_named", rows.Id, rows.County, rows.Now, rows.PayeeNamed);
        Add(batch, InsertEntry, Guid.CreateVersion7(), rows.Now, rows.Officer.Subject, rows.Officer.Role, rows.Officer.Division.Code, "RegisterHousehold", rows.Id, "done");
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return file;
    }

    public async Task Seed(IEnumerable<HouseholdRows> households)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var number = 0;
        foreach (var rows in households)
        {
            await using var batch = new NpgsqlBatch(connection, transaction);
            Add(batch, rows, rows.FileNumber(++number));
            await batch.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }

    public async Task<HouseholdView?> Read(Guid id, DivisionCode place, DateOnly day, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, Reads[0], id, place.Code, place.Last.Code);
        foreach (var read in Reads.Skip(1)) Add(batch, read, id, day);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        var household = Household(id, reader);
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) household.Members.Add(Member(reader));
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) household.Income.Add(new IncomeView((IncomeKind)reader.GetInt32(0), reader.GetInt64(1)));
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) household.Assets.Add(new AssetView((AssetKind)reader.GetInt32(0), reader.GetInt64(1)));
        await reader.NextResultAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? household with { Payee = new PayeeView(reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetString(4)) }
            : household;
    }

    private static HouseholdView Household(Guid id, NpgsqlDataReader reader) => new(
        id, reader.GetInt64(5), reader.GetString(0), DivisionCode.FromCode(reader.GetInt64(1)).ToString(), DivisionCode.FromCode(reader.GetInt64(2)).ToString(),
        (HukouKind)reader.GetInt32(3), reader.GetFieldValue<DateOnly>(4), [], [], [], null);

    private static MemberView Member(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateOnly>(3), (Sex)reader.GetInt32(4),
        (Relationship)reader.GetInt32(5), (LabourCapacity)reader.GetInt32(6));

    private static void Add(NpgsqlBatch batch, HouseholdRows rows, string file)
    {
        Add(batch, InsertHousehold, rows.Id, file, rows.Division, rows.County, rows.Residence, (int)rows.Body.Hukou, rows.Today);
        foreach (var m in rows.Members)
        {
            Add(batch, InsertPerson, m.Person, m.Hash, rows.Id);
            Add(batch, InsertMember, m.Id, rows.Id, m.Person, m.Name, m.Sealed, m.Masked, m.Born, (int)m.Sex, (int)m.Relationship, (int)m.Labour, rows.Today, rows.Now);
        }
        foreach (var line in rows.Body.Income) Add(batch, InsertIncome, Guid.CreateVersion7(), rows.Id, (int)line.Kind, line.YearlyFen, rows.Today, rows.Now);
        foreach (var line in rows.Body.Assets) Add(batch, InsertAsset, Guid.CreateVersion7(), rows.Id, (int)line.Kind, line.ValueFen, rows.Today, rows.Now);
        var payee = rows.Payee;
        Add(batch, InsertPayee, payee.Id, rows.Id, payee.Holder, payee.HolderName, payee.Bank, payee.Sealed, payee.Masked, rows.Today, rows.Now);
    }

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
