using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dibao.IntegrationTests.Faults;

/// <summary>What must hold in the stored books, whatever fell at whatever moment. Read by SQL alone: nothing here trusts the product.</summary>
internal static class Invariants
{
    private static readonly string Origin = new('0', 64);
    private static readonly string[] Counted = ["file", "ledger", "audit"];
    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Rows that must not be there.</summary>
    private static readonly IReadOnlyDictionary<string, string> Never = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["an entry balances"] = """
            SELECT e.Number FROM funds_entry e LEFT JOIN funds_entry_line l ON l.Entry = e.Id GROUP BY e.Id, e.Number
            HAVING count(*) < 2 OR coalesce(sum(l.DebitFen), 0) <> coalesce(sum(l.CreditFen), 0)
            """,
        ["a balance is the sum of its lines"] = """
            SELECT a.Code FROM funds_account a WHERE a.BalanceFen <> (SELECT coalesce(sum(l.DebitFen - l.CreditFen), 0) FROM funds_entry_line l JOIN funds_entry e ON e.Id = l.Entry
            WHERE e.Division = a.Division AND l.Account = a.Kind AND coalesce(l.Source, -1) = coalesce(a.Source, -1))
            """,
        ["money that is there is not less than nothing"] = "SELECT Code FROM funds_account WHERE Kind <= 2 AND BalanceFen < 0",
        ["the head of the books is their last entry"] = """
            SELECT h.Division FROM funds_ledger_head h WHERE h.Number <> (SELECT max(e.Number) FROM funds_entry e WHERE e.Division = h.Division)
            OR NOT EXISTS (SELECT 1 FROM funds_entry e WHERE e.Division = h.Division AND e.Number = h.Number AND e.Hash = h.Hash)
            UNION SELECT e.Division FROM funds_entry e WHERE NOT EXISTS (SELECT 1 FROM funds_ledger_head h WHERE h.Division = e.Division)
            """,
        ["money that arrived is entered once"] = """
            SELECT a.Id FROM funds_appropriation a WHERE (SELECT count(*) FROM funds_entry e JOIN funds_entry_line l ON l.Entry = e.Id
            WHERE e.Reference = a.Id AND e.Number = a.EntryNumber AND e.Kind <= 2 AND l.Account = 1 AND l.DebitFen = a.AmountFen) <> 1
            """,
        ["each step of a payroll is entered once"] = """
            SELECT p.Id FROM funds_payroll p WHERE
               (SELECT count(*) FROM funds_entry e WHERE e.Reference = p.Id AND e.Kind = 3) <> (CASE WHEN p.State >= 4 AND p.Kind = 1 THEN 1 ELSE 0 END)
            OR (SELECT count(*) FROM funds_entry e WHERE e.Reference = p.Id AND e.Kind = 4) <> (CASE WHEN p.State >= 5 THEN 1 ELSE 0 END)
            OR (SELECT count(*) FROM funds_entry e WHERE e.Reference = p.Id AND e.Kind = 5) <> (CASE WHEN p.State = 6 AND p.PaidFen > 0 THEN 1 ELSE 0 END)
            OR (SELECT count(*) FROM funds_entry e WHERE e.Reference = p.Id AND e.Kind = 6) <> (CASE WHEN p.State = 6 AND p.ReturnedFen > 0 THEN 1 ELSE 0 END)
            """,
        ["a payroll is entered with its amount"] = """
            SELECT p.Id FROM funds_payroll p JOIN funds_entry e ON e.Reference = p.Id JOIN funds_entry_line l ON l.Entry = e.Id
            WHERE l.DebitFen > 0 AND l.DebitFen <> (CASE e.Kind WHEN 5 THEN p.PaidFen WHEN 6 THEN p.ReturnedFen ELSE p.TotalFen END)
            """,
        ["a payroll is its lines"] = """
            SELECT p.Id FROM funds_payroll p WHERE p.Lines <> (SELECT count(*) FROM funds_payroll_line l WHERE l.Payroll = p.Id)
            OR p.Lines <> (SELECT coalesce(max(l.LineNo), 0) FROM funds_payroll_line l WHERE l.Payroll = p.Id)
            OR (p.State >= 2 AND p.TotalFen <> (SELECT sum(l.AmountFen) FROM funds_payroll_line l WHERE l.Payroll = p.Id))
            OR (p.State >= 2 AND length(p.LinesHash) <> 64) OR (p.State >= 3 AND p.RequestedFen <> p.TotalFen)
            """,
        ["a line stands on a payroll"] = "SELECT l.Id FROM funds_payroll_line l WHERE NOT EXISTS (SELECT 1 FROM funds_payroll p WHERE p.Id = l.Payroll)",
        ["the bank's report covers every line"] = """
            SELECT p.Id FROM funds_payroll p WHERE (p.State = 6) <> (p.Lines > 0 AND NOT EXISTS (SELECT 1 FROM funds_payroll_line l WHERE l.Payroll = p.Id AND l.state = 1))
            OR p.PaidFen <> (SELECT coalesce(sum(l.AmountFen), 0) FROM funds_payroll_line l WHERE l.Payroll = p.Id AND l.state = 2)
            OR p.ReturnedFen <> (SELECT coalesce(sum(l.AmountFen), 0) FROM funds_payroll_line l WHERE l.Payroll = p.Id AND l.state = 3)
            """,
        ["nobody is paid twice for a month"] = """
            SELECT Entitlement FROM funds_payroll_line GROUP BY Entitlement, BenefitMonth, Item
            HAVING count(*) <> max(Attempt) OR sum(CASE WHEN RepaidBy IS NULL THEN 1 ELSE 0 END) <> 1 OR sum(CASE WHEN state = 2 THEN 1 ELSE 0 END) > 1
            """,
        ["a return is paid again on the payroll it names"] = """
            SELECT l.Id FROM funds_payroll_line l WHERE l.RepaidBy IS NOT NULL AND (l.state <> 3 OR NOT EXISTS (SELECT 1 FROM funds_payroll_line a
            WHERE a.Payroll = l.RepaidBy AND a.Entitlement = l.Entitlement AND a.BenefitMonth = l.BenefitMonth AND a.Attempt = l.Attempt + 1 AND a.AmountFen = l.AmountFen))
            """,
        ["a county has one regular payroll a month"] = "SELECT Division FROM funds_payroll WHERE Kind = 1 GROUP BY Division, Month HAVING count(*) > 1",
        ["what stands on a payroll is remembered as paid"] = """
            SELECT p.Entitlement FROM funds_payable p WHERE coalesce(p.PaidThrough, 0) < (SELECT coalesce(max(l.BenefitMonth), 0) FROM funds_payroll_line l WHERE l.Entitlement = p.Entitlement)
            """,
        ["a confirmed application has one entitlement"] = """
            SELECT a.Id FROM eligibility_application a LEFT JOIN eligibility_entitlement e ON e.Application = a.Id GROUP BY a.Id, a.Status
            HAVING count(e.Id) <> (CASE WHEN a.Status = 8 THEN 1 ELSE 0 END)
            OR sum(CASE WHEN e.Id = a.Entitlement AND e.Household = a.Household THEN 1 ELSE 0 END) <> (CASE WHEN a.Status = 8 THEN 1 ELSE 0 END)
            """,
        ["what is decided was determined"] = """
            SELECT a.Id FROM eligibility_application a WHERE a.Status = 8 AND NOT EXISTS (SELECT 1 FROM eligibility_determination d
            WHERE d.Application = a.Id AND d.Id = a.Determination AND d.Hash = a.DeterminationHash)
            """,
        ["a live entitlement has one term that runs"] = """
            SELECT e.Id FROM eligibility_entitlement e WHERE (SELECT count(*) FROM eligibility_term t WHERE t.Entitlement = e.Id AND t.Superseded IS NULL AND t.ValidTo IS NULL)
            <> (CASE WHEN e.LastMonth IS NULL THEN 1 ELSE 0 END)
            """,
        ["a live entitlement covers its living members"] = """
            SELECT m.Person FROM eligibility_entitlement e JOIN households_member m ON m.Household = e.Household WHERE e.LastMonth IS NULL AND m.Superseded IS NULL AND m.ValidTo IS NULL
            AND NOT EXISTS (SELECT 1 FROM eligibility_cover c WHERE c.Person = m.Person AND c.Entitlement = e.Id AND c.LastMonth IS NULL)
            """,
        ["nobody is covered by what has ended or by another household's"] = """
            SELECT c.Person FROM eligibility_cover c WHERE c.LastMonth IS NULL AND NOT EXISTS (SELECT 1 FROM eligibility_entitlement e JOIN households_member m ON m.Household = e.Household
            WHERE e.Id = c.Entitlement AND e.LastMonth IS NULL AND m.Person = c.Person)
            """,
        ["a household draws one entitlement"] = "SELECT Household FROM eligibility_entitlement WHERE LastMonth IS NULL GROUP BY Household HAVING count(*) > 1",
        ["a household has a head, and its persons are in the register"] = """
            SELECT h.Id FROM households_household h WHERE NOT EXISTS (SELECT 1 FROM households_member m WHERE m.Household = h.Id AND m.Relationship = 0)
            UNION SELECT m.Household FROM households_member m WHERE NOT EXISTS (SELECT 1 FROM households_person p WHERE p.Id = m.Person AND p.Household = m.Household)
            """,
        ["an entitlement is reviewed once at a time"] = """
            SELECT p.Entitlement FROM reviewcycle_plan p WHERE (SELECT count(*) FROM reviewcycle_review r WHERE r.Entitlement = p.Entitlement AND r.Status <= 3)
            <> (CASE WHEN p.UnderReview = true THEN 1 ELSE 0 END)
            """,
        ["a takeover counts what it entered"] = """
            SELECT t.Id FROM households_takeover t WHERE t.Rejected <> (SELECT count(*) FROM households_takeover_rejected r WHERE r.Takeover = t.Id)
            """,
        ["a line taken over is remembered"] = """
            SELECT t.Division FROM (SELECT Division, sum(Accepted) AS Accepted FROM households_takeover GROUP BY Division) t
            WHERE t.Accepted <> (SELECT count(*) FROM households_takeover_line l WHERE l.County = t.Division)
            """,
        ["a delivery is of its fact's subject"] = "SELECT d.Id FROM outbox_delivery d JOIN outbox_fact f ON f.Id = d.FactId WHERE d.Subject <> f.Subject",
        ["the last delivery has the last number"] = "SELECT name FROM numbers_series WHERE name = 'deliveries' AND last <> (SELECT coalesce(max(Id), 0) FROM outbox_delivery)",
        ["a kept answer belongs to a command that was done"] = """
            SELECT i.Caller FROM (SELECT Caller, count(*) AS Kept FROM pipeline_idempotency GROUP BY Caller) i
            WHERE i.Kept > (SELECT count(*) FROM audit_entry a WHERE a.Caller = i.Caller AND a.Outcome = 'done')
            """,
    };

    /// <summary>A change and the audit entry of the command that made it: as many of the one as of the other, subject by subject.</summary>
    private static readonly (string Action, string Subjects)[] Audited =
    [
        ("RegisterHousehold", "SELECT Subject AS Id FROM outbox_fact WHERE Type = 'households.household_registered'"),
        ("ReportDeath", "SELECT Subject AS Id FROM outbox_fact WHERE Type = 'households.member_died'"),
        ("AcceptApplication", "SELECT Subject AS Id FROM outbox_fact WHERE Type = 'eligibility.application_accepted'"),
        ("GiveInitialReview", "SELECT Subject AS Id FROM outbox_fact WHERE Type = 'eligibility.initial_review_given'"),
        ("ProposeApproval", "SELECT Subject AS Id FROM outbox_fact WHERE Type = 'eligibility.approval_proposed'"),
        ("RefuseApplication", "SELECT Id FROM eligibility_application WHERE Status = 9"),
        ("ConfirmApplication", "SELECT Id FROM eligibility_application WHERE Status = 8"),
        ("ConcludeReview", "SELECT Id FROM reviewcycle_review WHERE Status = 4"),
        ("ReceiveAppropriation", "SELECT Id FROM funds_appropriation"),
        ("BuildPayroll", "SELECT Id FROM funds_payroll WHERE Kind = 1"),
        ("BuildRepayment", "SELECT Id FROM funds_payroll WHERE Kind = 2"),
        ("LockPayroll", "SELECT Id FROM funds_payroll WHERE State >= 2"),
        ("RequestPayment", "SELECT Id FROM funds_payroll WHERE State >= 3"),
        ("ApprovePayment", "SELECT Id FROM funds_payroll WHERE State >= 4"),
        ("TransferMoney", "SELECT Id FROM funds_payroll WHERE State >= 5"),
        ("ReportBankResult", "SELECT Id FROM funds_payroll WHERE State = 6"),
        ("AnswerObjection", "SELECT Id FROM oversight_objection WHERE DecidedOn IS NOT NULL"),
    ];

    private static readonly IReadOnlyDictionary<string, Func<TestDatabase, Said, Task<IEnumerable<string>>>> Computed =
        new SortedDictionary<string, Func<TestDatabase, Said, Task<IEnumerable<string>>>>(StringComparer.Ordinal)
        {
            ["each command that changed something left one audit entry"] = Audit,
            ["the chain of the books holds"] = ChainOfBooks,
            ["the chain of the audit trail holds"] = ChainOfAudit,
            ["numbers have no gap and their series ends at the last"] = Numbers,
            ["each fact is delivered to those who hear it, once"] = Deliveries,
            ["what happened was said, once"] = Happened,
            ["what was taken over was entered, once"] = TakenOver,
            ["what is heard by the funds is owed, once"] = Owed,
            ["what is heard by the review cycle is planned, once"] = Planned,
            ["what is heard by oversight is published, once"] = Published,
            ["what is heard by oversight is posted, once"] = Posted,
            ["what a review concluded is done"] = Concluded,
            ["who is dead is not covered once that was heard"] = Dead,
        };

    public static IEnumerable<string> Names => Never.Keys.Concat(Computed.Keys);

    /// <summary>What does not hold, each with where; nothing when all is well.</summary>
    public static async Task<IReadOnlyList<string>> Broken(TestDatabase database)
    {
        var broken = new List<string>();
        foreach (var (name, sql) in Never) Note(broken, name, (await database.Rows(sql)).Select(r => r[0] is byte[] id ? Cell.Id(id).ToString() : $"{r[0]}"));
        var said = await Said.In(database);
        foreach (var (name, check) in Computed) Note(broken, name, await check(database, said));
        return broken;
    }

    /// <summary>Facts still on their way.</summary>
    public static Task<long> OnTheirWay(TestDatabase database) =>
        database.Count("SELECT (SELECT count(*) FROM outbox_delivery WHERE state <> 2) + (SELECT count(*) FROM outbox_fact WHERE sequence IS NULL)");

    private static void Note(List<string> broken, string name, IEnumerable<string> where)
    {
        var found = where.ToList();
        if (found.Count > 0) broken.Add($"{name}: {string.Join("; ", found.Take(5))}{(found.Count > 5 ? $" and {found.Count - 5} more" : "")}");
    }

    private static async Task<IEnumerable<string>> Audit(TestDatabase database, Said said)
    {
        var entries = (await database.Rows("SELECT Action, Concern FROM audit_entry WHERE Outcome = 'done' AND Concern IS NOT NULL")).ToLookup(r => (string)r[0], r => Cell.Id(r[1]));
        var wrong = new List<string>();
        foreach (var (action, subjects) in Audited)
            wrong.AddRange(Differences((await database.Rows(subjects)).Select(r => Cell.Id(r[0])), entries[action]).Select(d => $"{action} {d}"));
        return wrong;
    }

    private static async Task<IEnumerable<string>> ChainOfBooks(TestDatabase database, Said said)
    {
        string[] kinds = ["", "openingBalance", "appropriation", "payrollApproved", "transfer", "bankPaid", "bankReturned"];
        string[] accounts = ["", "specialAccount", "bankInTransit", "benefitPayable", "benefitExpense", "source"];
        var lines = (await database.Rows("SELECT Entry, Line, Account, Source, DebitFen, CreditFen FROM funds_entry_line ORDER BY Line")).ToLookup(r => Cell.Id(r[0]));
        var wrong = new List<string>();
        var (county, previous) = (0L, "");
        foreach (var e in await database.Rows("SELECT Division, Number, PostedOn, ValueOn, Kind, Reference, Memo, PreviousHash, Hash, Id FROM funds_entry ORDER BY Division, Number"))
        {
            if (Cell.Number(e[0]) != county) (county, previous) = (Cell.Number(e[0]), "");
            var text = Canonical(new JsonObject
            {
                ["format"] = 1,
                ["county"] = DivisionCode.FromCode(county).ToString(),
                ["number"] = Cell.Number(e[1]),
                ["postedOn"] = Cell.Date(e[2]),
                ["valueOn"] = Cell.Date(e[3]),
                ["kind"] = kinds[Cell.Number(e[4])],
                ["reference"] = Cell.Id(e[5]).ToString(),
                ["memo"] = (string)e[6],
                ["previous"] = (string)e[7],
                ["lines"] = new JsonArray([.. lines[Cell.Id(e[9])].Select(l => new JsonObject
                {
                    ["line"] = Cell.Number(l[1]),
                    ["account"] = accounts[Cell.Number(l[2])],
                    ["source"] = l[3] is DBNull ? null : char.ToLowerInvariant(Source(l[3])[0]) + Source(l[3])[1..],
                    ["debitFen"] = Cell.Number(l[4]),
                    ["creditFen"] = Cell.Number(l[5]),
                })]),
            });
            if ((string)e[7] != previous || (string)e[8] != Hash(text)) wrong.Add($"{county} {e[1]}");
            previous = (string)e[8];
        }
        return wrong;

        static string Source(object level) => ((Contracts.Funds.SourceLevel)Cell.Number(level)).ToString();
    }

    private static async Task<IEnumerable<string>> ChainOfAudit(TestDatabase database, Said said)
    {
        var (number, previous) = (0L, Origin);
        foreach (var e in await database.Rows("SELECT SealNumber, SealHash, Id, At, Caller, Roles, Office, Action, Concern, Outcome FROM audit_entry WHERE SealNumber IS NOT NULL ORDER BY SealNumber"))
        {
            var text = Canonical(new JsonObject
            {
                ["id"] = Cell.Id(e[2]).ToString(),
                ["at"] = Cell.Instant(e[3]),
                ["caller"] = (string)e[4],
                ["roles"] = (string)e[5],
                ["office"] = DivisionCode.FromCode(Cell.Number(e[6])).ToString(),
                ["action"] = (string)e[7],
                ["concern"] = e[8] is DBNull ? null : Cell.Id(e[8]).ToString(),
                ["outcome"] = (string)e[9],
                ["number"] = ++number,
            });
            if (Cell.Number(e[0]) != number || (string)e[1] != Hash(previous + text)) return [$"seal {number}"];
            previous = (string)e[1];
        }
        return [];
    }

    private static async Task<IEnumerable<string>> Numbers(TestDatabase database, Said said)
    {
        var used = new List<(string Series, long Number)>();
        used.AddRange((await database.Column("SELECT FileNumber FROM households_household")).Select(n => ($"file:{n[..6]}:{n[7..11]}", long.Parse(n[12..], CultureInfo.InvariantCulture))));
        used.AddRange((await database.Rows("SELECT Division, Number FROM funds_entry")).Select(r => ($"ledger:{DivisionCode.FromCode(Cell.Number(r[0]))}", Cell.Number(r[1]))));
        used.AddRange((await database.Rows("SELECT SealNumber FROM audit_entry WHERE SealNumber IS NOT NULL")).Select(r => ("audit:seal", Cell.Number(r[0]))));
        var given = (await database.Rows("SELECT name, last FROM numbers_series")).Where(r => Cell.Number(r[1]) > 0).ToDictionary(r => (string)r[0], r => Cell.Number(r[1]), StringComparer.Ordinal);
        var series = used.ToLookup(u => u.Series, u => u.Number, StringComparer.Ordinal);
        var facts = said.Facts.Where(f => f.Sequence is not null).ToLookup(f => $"facts of {DivisionCode.FromCode(f.County)}", f => f.Sequence!.Value);
        return series.Where(s => Gapped(s) || given.GetValueOrDefault(s.Key) != s.Count()).Concat(facts.Where(Gapped))
            .Select(s => $"{s.Key}: {s.Count()} from {s.Min()} to {s.Max()}, given {given.GetValueOrDefault(s.Key)}")
            .Concat(given.Where(g => Counted.Contains(g.Key.Split(':')[0], StringComparer.Ordinal) && !series.Contains(g.Key)).Select(g => $"{g.Key}: given {g.Value}, used none"));
    }

    private static bool Gapped(IEnumerable<long> numbers) => !numbers.Order().SequenceEqual(Enumerable.Range(1, numbers.Count()).Select(n => (long)n));

    private static Task<IEnumerable<string>> Deliveries(TestDatabase database, Said said) => Task.FromResult(said.Facts
        .Where(f => !f.Deliveries.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(f.Sequence is null ? [] : Said.WhoHears(f.Type)))
        .Select(f => $"{f.Id} {f.Type}: {string.Join(", ", f.Deliveries.Keys)}"));

    /// <summary>A change that others hear of has its fact in the same transaction, and no fact speaks of what is not there.</summary>
    private static async Task<IEnumerable<string>> Happened(TestDatabase database, Said said)
    {
        var wrong = new List<string>();
        foreach (var (what, sql, told) in new (string, string, IEnumerable<Guid>)[]
        {
            ("household", "SELECT Id FROM households_household", said.Of("households.household_registered").Select(f => f.Subject)
                .Concat(said.Of("households.households_taken_over").SelectMany(f => f.Items("cases")).Select(c => c.GetProperty("household").GetGuid()))),
            ("confirmed", "SELECT Id FROM eligibility_entitlement WHERE TakenOver = false", said.Of("eligibility.entitlement_confirmed").Select(f => f.Guid("entitlement"))),
            ("taken over", "SELECT Id FROM eligibility_entitlement WHERE TakenOver = true", said.Of("eligibility.entitlements_taken_over").SelectMany(f => f.Items("entitlements")).Select(e => e.GetProperty("entitlement").GetGuid())),
            ("ended", "SELECT Id FROM eligibility_entitlement WHERE LastMonth IS NOT NULL", said.Of("eligibility.entitlement_ended").Select(f => f.Guid("entitlement"))),
            ("refused", "SELECT Id FROM eligibility_application WHERE Status = 9", said.Of("eligibility.application_refused").Select(f => f.Subject)),
            ("closed notice", "SELECT Id FROM oversight_notice WHERE Status = 2", said.Of("oversight.notice_closed").Select(f => f.Guid("notice"))),
            ("concluded", "SELECT Id FROM reviewcycle_review WHERE Status = 4", said.Of("reviewcycle.review_concluded").Select(f => f.Guid("review"))),
            ("settled", "SELECT Id FROM funds_payroll WHERE State = 6", said.Of("funds.payroll_settled").Select(f => f.Subject)),
        })
            wrong.AddRange(Differences((await database.Rows(sql)).Select(r => Cell.Id(r[0])), told).Select(d => $"{what} {d}"));
        return wrong;
    }

    private static async Task<IEnumerable<string>> TakenOver(TestDatabase database, Said said)
    {
        var heard = said.Heard("eligibility.TakeOverEntitlements", "households.households_taken_over").SelectMany(f => f.Items("cases")).Select(c => c.GetProperty("household").GetGuid());
        var wrong = Differences((await database.Rows("SELECT Household FROM eligibility_entitlement WHERE TakenOver = true")).Select(r => Cell.Id(r[0])), heard);
        var accepted = (await database.Rows("SELECT Id, Accepted FROM households_takeover")).ToDictionary(r => Cell.Id(r[0]), r => Cell.Number(r[1]));
        var told = said.Of("households.households_taken_over").GroupBy(f => f.Subject, f => (long)f.Items("cases").Count()).ToDictionary(g => g.Key, g => g.Sum());
        return wrong.Concat(accepted.Where(a => told.GetValueOrDefault(a.Key) != a.Value).Select(a => $"takeover {a.Key}: {a.Value} accepted, {told.GetValueOrDefault(a.Key)} told"));
    }

    private static async Task<IEnumerable<string>> Owed(TestDatabase database, Said said)
    {
        var started = Started(said, "funds.StartPaying", "funds.StartPayingTakenOver").ToList();
        var amounts = new Dictionary<(Guid, string), (long, long)>();
        foreach (var s in started) amounts[(s.Entitlement, s.FirstMonth)] = (s.Fen, s.Persons);
        foreach (var f in said.Heard("funds.ChangePaying", "eligibility.entitlement_changed")) amounts[(f.Guid("entitlement"), f.Text("fromMonth"))] = (f.Number("monthlyFen"), f.Number("persons"));
        var stored = (await database.Rows("SELECT Entitlement, FromMonth, MonthlyFen, Persons FROM funds_payable_amount"))
            .Select(r => (Cell.Id(r[0]), Month.FromCode((int)Cell.Number(r[1])).ToString(), Cell.Number(r[2]), Cell.Number(r[3])));
        return Differences((await database.Rows("SELECT Entitlement FROM funds_payable")).Select(r => Cell.Id(r[0])), started.Select(s => s.Entitlement))
            .Concat(Differences(stored, amounts.Select(a => (a.Key.Item1, a.Key.Item2, a.Value.Item1, a.Value.Item2))))
            .Concat(Differences(
                (await database.Rows("SELECT Entitlement, LastMonth FROM funds_payable WHERE LastMonth IS NOT NULL")).Select(r => (Cell.Id(r[0]), Month.FromCode((int)Cell.Number(r[1])).ToString())),
                said.Heard("funds.StopPaying", "eligibility.entitlement_ended").GroupBy(f => f.Guid("entitlement")).Select(g => (g.Key, g.Last().Text("lastMonth")))));
    }

    private static async Task<IEnumerable<string>> Planned(TestDatabase database, Said said) =>
        Differences(
            (await database.Rows("SELECT Entitlement FROM reviewcycle_plan")).Select(r => Cell.Id(r[0])),
            Started(said, "reviewcycle.PlanFirstReview", "reviewcycle.PlanTakenOverReviews").Select(s => s.Entitlement))
        .Concat(Differences(
            (await database.Rows("SELECT Entitlement FROM reviewcycle_plan WHERE Ended = true")).Select(r => Cell.Id(r[0])),
            said.Heard("reviewcycle.StopReviewing", "eligibility.entitlement_ended").Select(f => f.Guid("entitlement")).Distinct()));

    private static async Task<IEnumerable<string>> Published(TestDatabase database, Said said)
    {
        var shown = Started(said, "oversight.PublishConfirmation", "oversight.PublishTakenOver").GroupBy(s => s.Entitlement).ToDictionary(g => g.Key, g => (g.Last().Fen, g.Last().Persons));
        foreach (var f in said.Heard("oversight.UpdatePublication", "eligibility.entitlement_changed")) shown[f.Guid("entitlement")] = (f.Number("monthlyFen"), f.Number("persons"));
        return Differences(
                (await database.Rows("SELECT Entitlement, MonthlyFen, Members FROM oversight_publication")).Select(r => (Cell.Id(r[0]), Cell.Number(r[1]), Cell.Number(r[2]))),
                shown.Select(s => (s.Key, s.Value.Fen, s.Value.Persons)))
            .Concat(Differences(
                (await database.Rows("SELECT Entitlement FROM oversight_publication WHERE WithdrawnOn IS NOT NULL")).Select(r => Cell.Id(r[0])),
                said.Heard("oversight.WithdrawPublication", "eligibility.entitlement_ended").Select(f => f.Guid("entitlement")).Distinct()));
    }

    private static async Task<IEnumerable<string>> Posted(TestDatabase database, Said said) => Differences(
        (await database.Rows("SELECT Application, Kind FROM oversight_notice")).Select(r => (Cell.Id(r[0]), Cell.Number(r[1]))),
        said.Heard("oversight.OpenNotice", "eligibility.initial_review_given").Where(f => f.Body.GetProperty("positive").GetBoolean() && f.Number("noticeDays") > 0).Select(f => (f.Subject, 1L))
            .Concat(said.Heard("oversight.OpenNotice", "eligibility.approval_proposed").Where(f => f.Number("noticeDays") > 0).Select(f => (f.Subject, 2L))));

    private static async Task<IEnumerable<string>> Concluded(TestDatabase database, Said said)
    {
        var live = (await database.Rows("SELECT Id FROM eligibility_entitlement WHERE LastMonth IS NULL")).Select(r => Cell.Id(r[0])).ToHashSet();
        return said.Heard("eligibility.ApplyConclusion", "reviewcycle.review_concluded")
            .Where(f => string.Equals(f.Text("outcome"), "end", StringComparison.Ordinal) && live.Contains(f.Guid("entitlement"))).Select(f => $"review {f.Guid("review")} ended nothing");
    }

    private static async Task<IEnumerable<string>> Dead(TestDatabase database, Said said)
    {
        var covered = (await database.Rows("SELECT Person FROM eligibility_cover WHERE LastMonth IS NULL")).Select(r => Cell.Id(r[0])).ToHashSet();
        return said.Heard("eligibility.OpenSuccession", "households.member_died").Select(f => f.Guid("person")).Where(covered.Contains).Select(p => $"person {p}");
    }

    /// <summary>Entitlements whose start a module has heard.</summary>
    private static IEnumerable<(Guid Entitlement, string FirstMonth, long Fen, long Persons)> Started(Said said, string confirmed, string takenOver) =>
        said.Heard(confirmed, "eligibility.entitlement_confirmed").Select(f => f.Body)
            .Concat(said.Heard(takenOver, "eligibility.entitlements_taken_over").SelectMany(f => f.Items("entitlements")))
            .Select(e => (e.GetProperty("entitlement").GetGuid(), e.GetProperty("firstMonth").GetString()!, e.GetProperty("monthlyFen").GetInt64(), e.GetProperty("persons").GetInt64()));

    /// <summary>What is stored and was not to be, or not as often, and the other way round.</summary>
    private static IEnumerable<string> Differences<T>(IEnumerable<T> stored, IEnumerable<T> expected) where T : notnull
    {
        var counts = new Dictionary<T, int>();
        foreach (var item in stored) counts[item] = counts.GetValueOrDefault(item) + 1;
        foreach (var item in expected) counts[item] = counts.GetValueOrDefault(item) - 1;
        return counts.Where(c => c.Value != 0).Select(c => c.Value > 0 ? $"{c.Key} is there {c.Value} times too often" : $"{c.Key} is missing").ToList();
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>RFC 8785 for what is hashed here: sorted members, whole numbers, plain texts.</summary>
    private static string Canonical(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject members => $"{{{string.Join(',', members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"\"{m.Key}\":{Canonical(m.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Canonical))}]",
        _ => node.ToJsonString(Plain),
    };
}
