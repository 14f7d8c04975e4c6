namespace Dibao.IntegrationTests.Faults;

/// <summary>A check that cannot fail checks nothing: books that hold are tampered with, and every invariant sees it.</summary>
public sealed class InvariantsTests
{
    private static readonly IReadOnlyList<string> Tampering =
    [
        "UPDATE funds_entry_line SET DebitFen = DebitFen + 1 WHERE rowid = (SELECT min(rowid) FROM funds_entry_line WHERE DebitFen > 0)",
        "UPDATE funds_account SET BalanceFen = -1 WHERE Kind = 2",
        "UPDATE funds_ledger_head SET Number = Number + 1",
        "UPDATE funds_appropriation SET AmountFen = AmountFen + 1",
        "DELETE FROM funds_entry WHERE Kind = 4",
        "UPDATE funds_payroll SET TotalFen = TotalFen + 1",
        "UPDATE funds_payroll_line SET Payroll = zeroblob(16) WHERE rowid = (SELECT min(rowid) FROM funds_payroll_line WHERE LineNo = 2)",
        "UPDATE funds_payroll_line SET state = 1 WHERE rowid = (SELECT min(rowid) FROM funds_payroll_line WHERE LineNo = 3)",
        "UPDATE funds_payroll_line SET Attempt = 2 WHERE rowid = (SELECT min(rowid) FROM funds_payroll_line WHERE LineNo = 4)",
        "UPDATE funds_payroll_line SET RepaidBy = zeroblob(16) WHERE rowid = (SELECT min(rowid) FROM funds_payroll_line WHERE LineNo = 5)",
        "UPDATE funds_payroll SET Kind = 1, Number = 9 WHERE Kind = 2",
        "UPDATE funds_payable SET PaidThrough = NULL WHERE rowid = (SELECT min(rowid) FROM funds_payable WHERE PaidThrough IS NOT NULL)",
        "UPDATE funds_payable_amount SET MonthlyFen = MonthlyFen + 1 WHERE rowid = (SELECT min(rowid) FROM funds_payable_amount)",
        "DELETE FROM eligibility_entitlement WHERE Application = (SELECT Id FROM eligibility_application WHERE Status = 8 LIMIT 1)",
        "DELETE FROM eligibility_determination",
        "DELETE FROM eligibility_term WHERE rowid = (SELECT min(rowid) FROM eligibility_term)",
        "INSERT INTO eligibility_cover (Person, Scheme, County, Entitlement, FirstMonth) VALUES (zeroblob(16), 1, 320706000000, zeroblob(16), 201201)",
        """
        INSERT INTO outbox_fact (Type, Subject, County, At, Body) SELECT 'households.member_died', Entitlement, 320706000000, '2012-01-01 00:00:00',
        '{"person":"' || substr(p, 1, 8) || '-' || substr(p, 9, 4) || '-' || substr(p, 13, 4) || '-' || substr(p, 17, 4) || '-' || substr(p, 21) || '"}'
        FROM (SELECT Entitlement, lower(hex(Person)) AS p FROM eligibility_cover ORDER BY rowid DESC LIMIT 1 OFFSET 5)
        """,
        "INSERT INTO outbox_delivery (FactId, Subscriber, Subject, state, Attempts) SELECT max(Id), 'eligibility.OpenSuccession', zeroblob(16), 2, 0 FROM outbox_fact",
        "DELETE FROM eligibility_cover WHERE rowid = (SELECT min(rowid) FROM eligibility_cover)",
        """
        UPDATE eligibility_entitlement SET Household = (SELECT Household FROM eligibility_entitlement WHERE LastMonth IS NULL AND TakenOver = 1 LIMIT 1)
        WHERE rowid = (SELECT max(rowid) FROM eligibility_entitlement WHERE LastMonth IS NULL AND TakenOver = 1)
        """,
        "UPDATE households_member SET Relationship = 8 WHERE rowid = (SELECT min(rowid) FROM households_member WHERE Relationship = 0)",
        "UPDATE reviewcycle_plan SET UnderReview = 1 - UnderReview WHERE rowid = (SELECT min(rowid) FROM reviewcycle_plan)",
        "DELETE FROM reviewcycle_plan WHERE rowid = (SELECT max(rowid) FROM reviewcycle_plan)",
        "UPDATE households_takeover SET Rejected = Rejected + 1, Accepted = Accepted + 1",
        "UPDATE oversight_publication SET MonthlyFen = MonthlyFen + 1 WHERE rowid = (SELECT min(rowid) FROM oversight_publication)",
        "DELETE FROM oversight_notice WHERE rowid = (SELECT min(rowid) FROM oversight_notice)",
        "UPDATE audit_entry SET Outcome = 'request.stale' WHERE SealNumber = 1",
        "DELETE FROM audit_entry WHERE Caller = (SELECT Caller FROM pipeline_idempotency LIMIT 1)",
        "UPDATE numbers_series SET last = last + 1 WHERE name LIKE 'file:%'",
        "DELETE FROM outbox_delivery WHERE rowid = (SELECT min(rowid) FROM outbox_delivery)",
        "DELETE FROM outbox_fact WHERE Type = 'funds.payroll_settled'",
        """UPDATE outbox_fact SET Body = replace(Body, '"outcome":"continue"', '"outcome":"end"') WHERE Type = 'reviewcycle.review_concluded'""",
    ];

    [OneEngine("Sqlite")]
    public async Task Every_invariant_holds_in_played_books_and_is_seen_broken_in_books_tampered_with()
    {
        await using var books = await Story.Short();
        (await Invariants.Broken(books)).Should().BeEmpty();
        foreach (var sql in Tampering) (await books.Change("PRAGMA foreign_keys = OFF; " + sql)).Should().BePositive(sql);
        (await Invariants.Broken(books)).Select(b => b.Split(':')[0]).Should().BeEquivalentTo(Invariants.Names);
    }
}
