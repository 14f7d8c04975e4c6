using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Members;
using Dibao.Households.Domain.Payees;
using Dibao.Households.Features.Payees;
using Npgsql;

namespace Dibao.Benchmarks.Ratios.Bare;

/// <summary>By Npgsql: prepared statements, all rows of a household in one batch, all reads of one in another.</summary>
internal sealed class PostgresHouseholds(NpgsqlDataSource source) : IHouseholdTables
{
    private const string TakeNumber =
        "INSERT INTO numbers.series AS s (name, last) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET last = s.last + 1 RETURNING last";
    private const string InsertHousehold =
        """INSERT INTO households.household ("Id", "FileNumber", "Division", "County", "Residence", "Hukou", "RegisteredOn", "Case", "Version") VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 1)""";
    private const string InsertPerson = """INSERT INTO households.person ("Id", "IdNumberHash", "Household", "State") VALUES ($1, $2, $3, 1)""";
    private const string InsertMember =
        """
        INSERT INTO households.member ("Id", "Household", "Person", "Name", "SealedIdNumber", "MaskedIdNumber", "BirthDate", "Sex", "Relationship", "Labour", "ValidFrom", "Recorded",
            "County", "Standing", "Marital", "Categories", "SeriousIllness")
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, 90, 0, false)
        """;
    private const string InsertIncome = """INSERT INTO households.income ("Id", "Household", "Kind", "Yearly", "ValidFrom", "Recorded") VALUES ($1, $2, $3, $4, $5, $6)""";
    private const string InsertAsset = """INSERT INTO households.asset ("Id", "Household", "Kind", "Value", "ValidFrom", "Recorded") VALUES ($1, $2, $3, $4, $5, $6)""";
    private const string InsertPayee =
        """
        INSERT INTO households.payee ("Id", "Household", "Holder", "HolderName", "Bank", "SealedNumber", "MaskedNumber", "ValidFrom", "Recorded", "AccountHash", "Kind", "FailsCheckDigit")
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, true)
        """;
    private const string InsertFact = """INSERT INTO outbox.fact ("Type", "Subject", "County", "At", "Body") VALUES ($1, $2, $3, $4, $5)""";
    private const string InsertEntry =
        """INSERT INTO audit.entry ("Id", "At", "Caller", "Roles", "Office", "Action", "Concern", "Outcome") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""";

    private const string Believed = """ "Household" = $1 AND "ValidFrom" <= $2 AND ("ValidTo" IS NULL OR "ValidTo" > $2) AND "Recorded" <= $3 AND ("Superseded" IS NULL OR "Superseded" > $3) """;

    private const string ByNumber =
        """
        SELECT h."Id", h."FileNumber", h."Division", h."Hukou", h."RegisteredOn", h."Case", m."Person", m."Name", m."MaskedIdNumber", m."BirthDate", m."Relationship", m."ValidFrom", m."ValidTo"
        FROM households.person p JOIN households.member m ON m."Person" = p."Id" JOIN households.household h ON h."Id" = m."Household"
        WHERE p."IdNumberHash" = $1 AND m."Superseded" IS NULL AND h."Division" BETWEEN $2 AND $3
        """;
    private const string ByFile =
        """
        SELECT h."Id", h."FileNumber", h."Division", h."Hukou", h."RegisteredOn", h."Case", m."Person", m."Name", m."MaskedIdNumber", m."BirthDate", m."Relationship", m."ValidFrom", m."ValidTo"
        FROM households.household h JOIN households.member m ON m."Household" = h."Id" AND m."Relationship" = 0
        WHERE h."FileNumber" = $1 AND h."Division" BETWEEN $2 AND $3 AND m."ValidFrom" <= $4 AND (m."ValidTo" IS NULL OR m."ValidTo" > $4) AND m."Superseded" IS NULL
        """;
    private const string ByName =
        """
        SELECT h."Id", h."FileNumber", h."Division", h."Hukou", h."RegisteredOn", h."Case", m."Person", m."Name", m."MaskedIdNumber", m."BirthDate", m."Relationship", m."ValidFrom", m."ValidTo", m."Id"
        FROM households.member m JOIN households.household h ON h."Id" = m."Household"
        WHERE m."County" = $1 AND m."Name" >= $2 AND m."Name" < $3 AND m."ValidFrom" <= $4 AND (m."ValidTo" IS NULL OR m."ValidTo" > $4) AND m."Superseded" IS NULL
            AND h."Division" BETWEEN $5 AND $6
        ORDER BY m."Name", m."Id" LIMIT $7
        """;

    private static readonly string[] Reads =
    [
        """SELECT "FileNumber", "Division", "Residence", "Hukou", "RegisteredOn", "Version", "MaskedPhone" FROM households.household WHERE "Id" = $1 AND "Division" BETWEEN $2 AND $3""",
        $"""SELECT "Person", "Name", "MaskedIdNumber", "BirthDate", "Sex", "Relationship", "Labour", "Registered", "Standing", "StandingSince", "Marital", "MaritalSince", "Education", "GraduatesOn", "Employment", "PersonClass", "Categories", "HealthState", "Disability", "Grade", "SeriousIllness" FROM households.member WHERE {Believed} ORDER BY "Relationship", "BirthDate" """,
        $"""SELECT "Kind", "Yearly" FROM households.income WHERE {Believed} ORDER BY "Kind" """,
        $"""SELECT "Kind", "Value" FROM households.asset WHERE {Believed} ORDER BY "Kind" """,
        $"""SELECT "Id", "Holder", "HolderName", "Bank", "MaskedNumber", "Kind", "MaskedHolderNumber", "Ward", "ValidFrom", "ValidTo", "FailsCheckDigit", "GroundPaper", "GroundNumber", "GroundSignedOn", "GroundParties" FROM households.payee WHERE {Believed} LIMIT 1""",
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

    public async Task<HouseholdView?> Read(Guid id, DivisionCode place, DateOnly day, DateTime known, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, Reads[0], id, place.Code, place.Last.Code);
        foreach (var read in Reads.Skip(1)) Add(batch, read, id, day, known);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        var household = Household(id, reader);
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) household.Members.Add(Member(reader, day));
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) household.Income.Add(new IncomeView((IncomeKind)reader.GetInt32(0), reader.GetInt64(1)));
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) household.Assets.Add(new AssetView((AssetKind)reader.GetInt32(0), reader.GetInt64(1)));
        await reader.NextResultAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? household with { Payee = Payee(reader) }
            : household;
    }

    public async Task<List<FoundView>> SearchNumber(byte[] hash, Officer officer, DateTime now, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var query = new NpgsqlCommand(ByNumber, connection, transaction)
        {
            Parameters = { new() { Value = hash }, new() { Value = officer.Division.Code }, new() { Value = officer.Division.Last.Code } },
        };
        var found = new List<FoundView>();
        await using (var reader = await query.ExecuteReaderAsync(cancellation))
            while (await reader.ReadAsync(cancellation)) found.Add(Found(reader));
        found = FoundView.LastOfEach(found);
        await using var batch = new NpgsqlBatch(connection, transaction);
        Add(batch, InsertEntry, Guid.CreateVersion7(), now, officer.Subject, officer.Role, officer.Division.Code, "SearchByIdNumber", found.Count > 0 ? found[0].Id : DBNull.Value, "done");
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return found;
    }

    public async Task<List<FoundView>> SearchFile(string number, DivisionCode place, DateOnly day, CancellationToken cancellation)
    {
        await using var query = source.CreateCommand(ByFile);
        foreach (var value in new object[] { number, place.Code, place.Last.Code, day }) query.Parameters.Add(new() { Value = value });
        await using var reader = await query.ExecuteReaderAsync(cancellation);
        var found = new List<FoundView>();
        while (await reader.ReadAsync(cancellation)) found.Add(Found(reader));
        return found;
    }

    public async Task<List<(Guid Row, FoundView Found)>> SearchName(string from, string beyond, DivisionCode place, DateOnly day, int limit, CancellationToken cancellation)
    {
        await using var query = source.CreateCommand(ByName);
        foreach (var value in new object[] { place.County.Code, from, beyond, day, place.Code, place.Last.Code, limit + 1 }) query.Parameters.Add(new() { Value = value });
        await using var reader = await query.ExecuteReaderAsync(cancellation);
        var found = new List<(Guid, FoundView)>();
        while (await reader.ReadAsync(cancellation)) found.Add((reader.GetGuid(13), Found(reader)));
        return found;
    }

    private static HouseholdView Household(Guid id, NpgsqlDataReader reader) => new(
        id, reader.GetInt64(5), reader.GetString(0), DivisionCode.FromCode(reader.GetInt64(1)).ToString(), DivisionCode.FromCode(reader.GetInt64(2)).ToString(),
        (HukouKind)reader.GetInt32(3), reader.GetFieldValue<DateOnly>(4), [], [], [], null, Text(reader, 6));

    private static PayeeView Payee(NpgsqlDataReader reader) => new PayeeView(
        reader.GetGuid(0), (HolderKind)reader.GetInt32(5), reader.GetGuid(1), reader.GetString(2), reader.IsDBNull(6) ? null : reader.GetString(6), reader.IsDBNull(7) ? null : reader.GetGuid(7),
        reader.GetString(3), reader.GetString(4), reader.GetFieldValue<DateOnly>(8), reader.IsDBNull(9) ? null : reader.GetFieldValue<DateOnly>(9), null, PayeeWarning.Of(reader.GetBoolean(10)));

    private static MemberView Member(NpgsqlDataReader reader, DateOnly day) => MemberView.Of(
        reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateOnly>(3), (Sex)reader.GetInt32(4),
        (Relationship)reader.GetInt32(5), (LabourCapacity)reader.GetInt32(6), reader.IsDBNull(7) ? null : reader.GetInt64(7), (Standing)reader.GetInt32(8), Day(reader, 9),
        (MaritalStatus)reader.GetInt32(10), Day(reader, 11), (Education?)Code(reader, 12), Day(reader, 13), (Employment?)Code(reader, 14), (PersonClass?)Code(reader, 15),
        (SpecialCategory)reader.GetInt32(16), (HealthState?)Code(reader, 17), (DisabilityKind?)Code(reader, 18), (DisabilityGrade?)Code(reader, 19), reader.GetBoolean(20), day);

    private static FoundView Found(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), reader.GetString(1), DivisionCode.FromCode(reader.GetInt64(2)).ToString(), (HukouKind)reader.GetInt32(3), reader.GetFieldValue<DateOnly>(4),
        (CaseStanding)reader.GetInt32(5), reader.FieldCount < 13 ? null : new(
            reader.GetGuid(6), reader.GetString(7), reader.GetString(8), reader.GetFieldValue<DateOnly>(9), (Relationship)reader.GetInt32(10), reader.GetFieldValue<DateOnly>(11), Day(reader, 12)));

    private static DateOnly? Day(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);

    private static int? Code(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static void Add(NpgsqlBatch batch, HouseholdRows rows, string file)
    {
        Add(batch, InsertHousehold, rows.Id, file, rows.Division, rows.County, rows.Residence, (int)rows.Body.Hukou, rows.Today);
        foreach (var m in rows.Members)
        {
            Add(batch, InsertPerson, m.Person, m.Hash, rows.Id);
            Add(batch, InsertMember, m.Id, rows.Id, m.Person, m.Name, m.Sealed, m.Masked, m.Born, (int)m.Sex, (int)m.Relationship, (int)m.Labour, rows.Today, rows.Now, rows.County);
        }
        foreach (var line in rows.Body.Income) Add(batch, InsertIncome, Guid.CreateVersion7(), rows.Id, (int)line.Kind, line.YearlyFen, rows.Today, rows.Now);
        foreach (var line in rows.Body.Assets) Add(batch, InsertAsset, Guid.CreateVersion7(), rows.Id, (int)line.Kind, line.ValueFen, rows.Today, rows.Now);
        var payee = rows.Payee;
        Add(batch, InsertPayee, payee.Id, rows.Id, payee.Holder, payee.HolderName, payee.Bank, payee.Sealed, payee.Masked, rows.Today, rows.Now, payee.AccountHash);
    }

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
