using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Members;
using Dibao.Households.Domain.Payees;
using Dibao.Households.Features.Payees;
using Microsoft.Data.Sqlite;

namespace Dibao.Benchmarks.Ratios.Bare;

/// <summary>
/// By Microsoft.Data.Sqlite: one connection that writes, with its statements prepared, for which writers queue; readers take one from the pool.
/// The file is in WAL mode and the commit is synchronous FULL, as ours: the file was made by ours, and the driver's default is the same.
/// </summary>
internal sealed class SqliteHouseholds(string connectionString) : IHouseholdTables, IDisposable
{
    private const string TakeNumber =
        "INSERT INTO numbers_series (name, last) VALUES ($0, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last";
    private const string InsertHousehold =
        """INSERT INTO households_household ("Id", "FileNumber", "Division", "County", "Residence", "Hukou", "RegisteredOn", "Case", "Version") VALUES ($0, $1, $2, $3, $4, $5, $6, 0, 1)""";
    private const string InsertPerson = """INSERT INTO households_person ("Id", "IdNumberHash", "Household", "State") VALUES ($0, $1, $2, 1)""";
    private const string InsertMember =
        """
        INSERT INTO households_member ("Id", "Household", "Person", "Name", "SealedIdNumber", "MaskedIdNumber", "BirthDate", "Sex", "Relationship", "Labour", "ValidFrom", "Recorded",
            "County", "Standing", "Marital", "Categories", "SeriousIllness")
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, 90, 0, 0)
        """;
    private const string InsertIncome = """INSERT INTO households_income ("Id", "Household", "Kind", "Yearly", "ValidFrom", "Recorded") VALUES ($0, $1, $2, $3, $4, $5)""";
    private const string InsertAsset = """INSERT INTO households_asset ("Id", "Household", "Kind", "Value", "ValidFrom", "Recorded") VALUES ($0, $1, $2, $3, $4, $5)""";
    private const string InsertPayee =
        """
        INSERT INTO households_payee ("Id", "Household", "Holder", "HolderName", "Bank", "SealedNumber", "MaskedNumber", "ValidFrom", "Recorded", "AccountHash", "Kind", "FailsCheckDigit")
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, 1, 1)
        """;
    private const string InsertFact = """INSERT INTO outbox_fact ("Type", "Subject", "County", "At", "Body") VALUES ($0, $1, $2, $3, $4)""";
    private const string InsertEntry =
        """INSERT INTO audit_entry ("Id", "At", "Caller", "Roles", "Office", "Action", "Concern", "Outcome") VALUES ($0, $1, $2, $3, $4, $5, $6, $7)""";
    private const string Believed = """ "Household" = $id AND "ValidFrom" <= $day AND ("ValidTo" IS NULL OR "ValidTo" > $day) AND "Recorded" <= $known AND ("Superseded" IS NULL OR "Superseded" > $known) """;
    private const string Reads =
        $"""
         SELECT "FileNumber", "Division", "Residence", "Hukou", "RegisteredOn", "Version", "MaskedPhone" FROM households_household WHERE "Id" = $id AND "Division" BETWEEN $first AND $last;
         SELECT "Person", "Name", "MaskedIdNumber", "BirthDate", "Sex", "Relationship", "Labour", "Registered", "Standing", "StandingSince", "Marital", "MaritalSince", "Education", "GraduatesOn", "Employment", "PersonClass", "Categories", "HealthState", "Disability", "Grade", "SeriousIllness" FROM households_member WHERE {Believed} ORDER BY "Relationship", "BirthDate";
         SELECT "Kind", "Yearly" FROM households_income WHERE {Believed} ORDER BY "Kind";
         SELECT "Kind", "Value" FROM households_asset WHERE {Believed} ORDER BY "Kind";
         SELECT "Id", "Holder", "HolderName", "Bank", "MaskedNumber", "Kind", "MaskedHolderNumber", "Ward", "ValidFrom", "ValidTo", "FailsCheckDigit", "GroundPaper", "GroundNumber", "GroundSignedOn", "GroundParties" FROM households_payee WHERE {Believed} LIMIT 1;
         """;

    private const string ByNumber =
        """
        SELECT h."Id", h."FileNumber", h."Division", h."Hukou", h."RegisteredOn", h."Case", m."Person", m."Name", m."MaskedIdNumber", m."BirthDate", m."Relationship", m."ValidFrom", m."ValidTo"
        FROM households_person p JOIN households_member m ON m."Person" = p."Id" JOIN households_household h ON h."Id" = m."Household"
        WHERE p."IdNumberHash" = $0 AND m."Superseded" IS NULL AND h."Division" BETWEEN $1 AND $2
        """;
    private const string ByFile =
        """
        SELECT h."Id", h."FileNumber", h."Division", h."Hukou", h."RegisteredOn", h."Case", m."Person", m."Name", m."MaskedIdNumber", m."BirthDate", m."Relationship", m."ValidFrom", m."ValidTo"
        FROM households_household h JOIN households_member m ON m."Household" = h."Id" AND m."Relationship" = 0
        WHERE h."FileNumber" = $0 AND h."Division" BETWEEN $1 AND $2 AND m."ValidFrom" <= $3 AND (m."ValidTo" IS NULL OR m."ValidTo" > $3) AND m."Superseded" IS NULL
        """;
    private const string ByName =
        """
        SELECT h."Id", h."FileNumber", h."Division", h."Hukou", h."RegisteredOn", h."Case", m."Person", m."Name", m."MaskedIdNumber", m."BirthDate", m."Relationship", m."ValidFrom", m."ValidTo", m."Id"
        FROM households_member m JOIN households_household h ON h."Id" = m."Household"
        WHERE m."County" = $0 AND m."Name" >= $1 AND m."Name" < $2 AND m."ValidFrom" <= $3 AND (m."ValidTo" IS NULL OR m."ValidTo" > $3) AND m."Superseded" IS NULL
            AND h."Division" BETWEEN $4 AND $5
        ORDER BY m."Name", m."Id" LIMIT $6
        """;

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<string, SqliteCommand> prepared = [];
    private SqliteConnection? writer;

    public async Task<string> Register(HouseholdRows rows, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await using var transaction = Writer().BeginTransaction();
            var file = rows.FileNumber((long)Prepare(transaction, TakeNumber, rows.Series).ExecuteScalar()!);
            Insert(transaction, rows, file);
            Run(transaction, InsertFact, "households.household_registered", Bytes(rows.Id), rows.County, rows.Now, rows.Registered);
            Run(transaction, InsertFact, "households.payee_named", Bytes(rows.Id), rows.County, rows.Now, rows.PayeeNamed);
            Run(transaction, InsertEntry, Bytes(Guid.CreateVersion7()), rows.Now, rows.Officer.Subject, rows.Officer.Role, rows.Officer.Division.Code, "RegisterHousehold", Bytes(rows.Id), "done");
            await transaction.CommitAsync(cancellation);
            return file;
        }
        finally
        {
            turn.Release();
        }
    }

    public async Task Seed(IEnumerable<HouseholdRows> households)
    {
        await using var transaction = Writer().BeginTransaction();
        var number = 0;
        foreach (var rows in households) Insert(transaction, rows, rows.FileNumber(++number));
        await transaction.CommitAsync();
    }

    public async Task<HouseholdView?> Read(Guid id, DivisionCode place, DateOnly day, DateTime known, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = Reads;
        command.Parameters.AddWithValue("$id", Bytes(id));
        command.Parameters.AddWithValue("$first", place.Code);
        command.Parameters.AddWithValue("$last", place.Last.Code);
        command.Parameters.AddWithValue("$day", day);
        command.Parameters.AddWithValue("$known", known);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
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
        await turn.WaitAsync(cancellation);
        try
        {
            await using var transaction = Writer().BeginTransaction();
            var found = new List<FoundView>();
            await using (var reader = Prepare(transaction, ByNumber, hash, officer.Division.Code, officer.Division.Last.Code).ExecuteReader())
                while (reader.Read()) found.Add(Found(reader));
            found = FoundView.LastOfEach(found);
            Run(transaction, InsertEntry, Bytes(Guid.CreateVersion7()), now, officer.Subject, officer.Role, officer.Division.Code, "SearchByIdNumber", found.Count > 0 ? Bytes(found[0].Id) : DBNull.Value, "done");
            await transaction.CommitAsync(cancellation);
            return found;
        }
        finally
        {
            turn.Release();
        }
    }

    public async Task<List<FoundView>> SearchFile(string number, DivisionCode place, DateOnly day, CancellationToken cancellation) =>
        await Search(ByFile, [number, place.Code, place.Last.Code, day], Found, cancellation);

    public Task<List<(Guid Row, FoundView Found)>> SearchName(string from, string beyond, DivisionCode place, DateOnly day, int limit, CancellationToken cancellation) =>
        Search(ByName, [place.County.Code, from, beyond, day, place.Code, place.Last.Code, limit + 1], reader => (Uuid(reader, 13), Found(reader)), cancellation);

    private async Task<List<T>> Search<T>(string sql, object[] values, Func<SqliteDataReader, T> read, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${i}"), values[i]);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<T>();
        while (await reader.ReadAsync(cancellation)) found.Add(read(reader));
        return found;
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
        writer?.Dispose();
        turn.Dispose();
    }

    private static HouseholdView Household(Guid id, SqliteDataReader reader) => new(
        id, reader.GetInt64(5), reader.GetString(0), DivisionCode.FromCode(reader.GetInt64(1)).ToString(), DivisionCode.FromCode(reader.GetInt64(2)).ToString(),
        (HukouKind)reader.GetInt32(3), reader.GetFieldValue<DateOnly>(4), [], [], [], null, reader.IsDBNull(6) ? null : reader.GetString(6));

    private static PayeeView Payee(SqliteDataReader reader) => new PayeeView(
        Uuid(reader, 0), (HolderKind)reader.GetInt32(5), Uuid(reader, 1), reader.GetString(2), reader.IsDBNull(6) ? null : reader.GetString(6), reader.IsDBNull(7) ? null : Uuid(reader, 7),
        reader.GetString(3), reader.GetString(4), reader.GetFieldValue<DateOnly>(8), reader.IsDBNull(9) ? null : reader.GetFieldValue<DateOnly>(9), null, PayeeWarning.Of(reader.GetBoolean(10)));

    private static MemberView Member(SqliteDataReader reader, DateOnly day) => MemberView.Of(
        Uuid(reader, 0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateOnly>(3), (Sex)reader.GetInt32(4),
        (Relationship)reader.GetInt32(5), (LabourCapacity)reader.GetInt32(6), reader.IsDBNull(7) ? null : reader.GetInt64(7), (Standing)reader.GetInt32(8), Day(reader, 9),
        (MaritalStatus)reader.GetInt32(10), Day(reader, 11), (Education?)Code(reader, 12), Day(reader, 13), (Employment?)Code(reader, 14), (PersonClass?)Code(reader, 15),
        (SpecialCategory)reader.GetInt32(16), (HealthState?)Code(reader, 17), (DisabilityKind?)Code(reader, 18), (DisabilityGrade?)Code(reader, 19), reader.GetBoolean(20), day);

    private static FoundView Found(SqliteDataReader reader) => new(
        Uuid(reader, 0), reader.GetString(1), DivisionCode.FromCode(reader.GetInt64(2)).ToString(), (HukouKind)reader.GetInt32(3), reader.GetFieldValue<DateOnly>(4),
        (CaseStanding)reader.GetInt32(5), reader.FieldCount < 13 ? null : new(
            Uuid(reader, 6), reader.GetString(7), reader.GetString(8), reader.GetFieldValue<DateOnly>(9), (Relationship)reader.GetInt32(10), reader.GetFieldValue<DateOnly>(11), Day(reader, 12)));

    private static DateOnly? Day(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);

    private static int? Code(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    private void Insert(SqliteTransaction transaction, HouseholdRows rows, string file)
    {
        var id = Bytes(rows.Id);
        Run(transaction, InsertHousehold, id, file, rows.Division, rows.County, rows.Residence, (int)rows.Body.Hukou, rows.Today);
        foreach (var m in rows.Members)
        {
            Run(transaction, InsertPerson, Bytes(m.Person), m.Hash, id);
            Run(transaction, InsertMember, Bytes(m.Id), id, Bytes(m.Person), m.Name, m.Sealed, m.Masked, m.Born, (int)m.Sex, (int)m.Relationship, (int)m.Labour, rows.Today, rows.Now, rows.County);
        }
        foreach (var line in rows.Body.Income) Run(transaction, InsertIncome, Bytes(Guid.CreateVersion7()), id, (int)line.Kind, line.YearlyFen, rows.Today, rows.Now);
        foreach (var line in rows.Body.Assets) Run(transaction, InsertAsset, Bytes(Guid.CreateVersion7()), id, (int)line.Kind, line.ValueFen, rows.Today, rows.Now);
        var payee = rows.Payee;
        Run(transaction, InsertPayee, Bytes(payee.Id), id, Bytes(payee.Holder), payee.HolderName, payee.Bank, payee.Sealed, payee.Masked, rows.Today, rows.Now, payee.AccountHash);
    }

    private void Run(SqliteTransaction transaction, string sql, params ReadOnlySpan<object> values) => Prepare(transaction, sql, values).ExecuteNonQuery();

    private SqliteCommand Prepare(SqliteTransaction transaction, string sql, params ReadOnlySpan<object> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = Writer().CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i}") });
            prepared.Add(sql, command);
        }
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        return command;
    }

    private SqliteConnection Writer()
    {
        if (writer is not null) return writer;
        writer = new SqliteConnection(connectionString);
        writer.Open();
        return writer;
    }

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    private static Guid Uuid(SqliteDataReader reader, int column) => new(reader.GetFieldValue<byte[]>(column), bigEndian: true);
}
