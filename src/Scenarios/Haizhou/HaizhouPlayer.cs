using System.Globalization;
using System.Text.Json;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Scenarios.Population;
using static Dibao.Scenarios.Haizhou.Staff;

namespace Dibao.Scenarios.Haizhou;

/// <summary>Plays the district's eighteen months. Each month has the same calendar; each step is judged by the law of its day.</summary>
internal sealed class HaizhouPlayer(IStage stage, Desk desk, HaizhouPlan plan)
{
    private const int Hands = 4;
    private static readonly LocalDate Law220 = new(2012, 12, 12);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Dictionary<string, Guid> files = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, Guid> applications = [];
    private readonly Dictionary<Guid, PlannedHousehold> planned = [];
    private readonly Dictionary<Guid, Guid> heads = [];
    private readonly Dictionary<PlannedHousehold, string> numbers = [];
    private LocalDate today;
    private int accepted, decided, reviewed;
    private long paidFen;

    private static DivisionCode County => HaizhouSeed.County;

    public async Task Play(CancellationToken cancellation)
    {
        var progress = await stage.Progress(HaizhouSeed.Name, cancellation);
        var reached = progress?.InZone(DateTimeZone.ForOffset(Offset.FromHours(8))).Date;
        NumberFiles();
        if (reached is not null) await Remember(cancellation);

        var months = new List<Month>();
        for (var month = HaizhouSeed.FirstMonth; month <= HaizhouSeed.LastMonth; month = month.Next) months.Add(month);
        await Progress.Of([.. months.Where(m => reached is null || m.LastDay >= reached)], async (month, show) =>
        {
            (accepted, decided, reviewed, paidFen) = (0, 0, 0, 0);
            var calendar = Calendar(month);
            for (var i = 0; i < calendar.Count; i++)
            {
                today = month.FirstDay.PlusDays(calendar[i].Day - 1);
                if (reached is not null && today < reached) continue;
                await stage.MoveClockTo(HaizhouSeed.Name, Morning(today), cancellation);
                await stage.Settle(cancellation);
                await calendar[i].Work(month, cancellation);
                await stage.Settle(cancellation);
                show((i + 1.0) / calendar.Count);
            }
            return string.Create(CultureInfo.InvariantCulture, $"accepted {accepted,3}  decided {decided,3}  reviewed {reviewed,4}  paid {paidFen / 100m,14:#,##0.00} yuan");
        });
        await stage.MoveClockTo(HaizhouSeed.Name, Morning(HaizhouSeed.LastMonth.Next.FirstDay), cancellation);
        await stage.Settle(cancellation);
    }

    private static Instant Morning(LocalDate day) => day.At(new LocalTime(9, 0)).WithOffset(Offset.FromHours(8)).ToInstant();

    private List<(int Day, Func<Month, CancellationToken, Task> Work)> Calendar(Month month)
    {
        var work = new List<(int, Func<Month, CancellationToken, Task>)>();
        if (month == HaizhouSeed.FirstMonth) work.Add((1, Open));
        work.AddRange(
        [
            (2, ReceiveMoney), (2, Apply), (3, Investigate), (4, Pay), (5, Assess), (6, (m, c) => Review(m, m.FirstDay.PlusDays(14), c)),
            (7, Object), (8, HearTheBank), (9, AnswerObjections), (9, CorrectAccounts), (10, RepayReturned), (10, Conclude), (11, ReportDeaths),
            (17, LookAgain), (18, Decide), (19, Leave), (20, (m, c) => Review(m, m.LastDay, c)), (24, Conclude), (27, DecideAfterSecondNotice),
        ]);
        return work;
    }

    /// <summary>The rules that national law leaves to the district (those of procedure until 220 sets them), and the cases of its old register.</summary>
    private async Task Open(Month month, CancellationToken cancellation)
    {
        const string document = "海民发〔2011〕86号";
        var values = new List<(string Key, string? Scheme, long Value, string Unit)>
        {
            (PolicyKeys.Standard, "urban", HaizhouSeed.Standard(Scheme.Urban).Fen, "fen"),
            (PolicyKeys.Standard, "rural", HaizhouSeed.Standard(Scheme.Rural).Fen, "fen"),
            (PolicyKeys.FinancialAssetLimit, "urban", 24 * HaizhouSeed.Standard(Scheme.Urban).Fen, "fen"),
            (PolicyKeys.FinancialAssetLimit, "rural", 24 * HaizhouSeed.Standard(Scheme.Rural).Fen, "fen"),
            (PolicyKeys.Rounding, null, 100, "fen"),
            (PolicyKeys.Investigators, null, 2, "persons"),
            (PolicyKeys.Appraisal, null, 0, "flag"),
            (PolicyKeys.NoticeDays, null, 7, "days"),
            (PolicyKeys.ApprovalNoticeDays, null, 0, "days"),
            (PolicyKeys.FirstMonth, null, 1, "months"),
            (PolicyKeys.ReviewStable, null, 12, "months"),
            (PolicyKeys.ReviewUnsteady, null, 6, "months"),
            (PolicyKeys.ReviewAfterDeath, null, 3, "months"),
        };
        foreach (var (key, scheme, value, unit) in values)
        {
            await desk.Post(
                Administrator, "policies",
                new { key, scheme, division = County.ToString(), value, unit, document, article = "第三条", validFrom = "2012-01-01", validTo = key is PolicyKeys.Standard or PolicyKeys.FinancialAssetLimit or PolicyKeys.Rounding ? null : Text(Law220) },
                $"policy-{key}-{scheme}", cancellation);
        }
        await desk.Post(Treasurer, "appropriations", Money(HaizhouSeed.Opening, "carriedOver", "账户结转"), "opening", cancellation);
        var lines = string.Join('\n', plan.TakenOver.Select(h => JsonSerializer.Serialize(
            new
            {
                household = Household(h),
                scheme = Text(h.Scheme),
                monthlyFen = h.MonthlyFen,
                firstMonth = HaizhouSeed.FirstMonth.ToString(),
                lastReviewedOn = Text(h.LastReviewedOn),
                reviewEvery = h.ReviewEvery,
            },
            Json)));
        var takeover = await desk.Upload(CountyOfficer, $"takeovers?county={County}", lines, cancellation);
        if (takeover.GetProperty("rejected").GetInt32() > 0) throw new StoryBroken($"Cases of the old register were rejected: {takeover}");
        await Remember(cancellation);
    }

    private async Task ReceiveMoney(Month month, CancellationToken cancellation)
    {
        var (parts, district, upper) = month.Year == 2012
            ? (4, HaizhouSeed.FromDistrict, HaizhouSeed.FromUpperLevels)
            : (2, HaizhouSeed.FromDistrict2013, HaizhouSeed.FromUpperLevels2013);
        if ((month.Number - 1) % 3 != 0) return;
        var quarter = (month.Number - 1) / 3 + 1;
        await desk.Post(Treasurer, "appropriations", Money(new(district.Fen / parts), "county", $"海财社〔{month.Year}〕{quarter}号"), $"district-{month}", cancellation);
        await desk.Post(Treasurer, "appropriations", Money(new(upper.Fen / parts), "upperNotSplit", $"苏财社〔{month.Year}〕{quarter}号"), $"upper-{month}", cancellation);
    }

    private object Money(Money amount, string source, string documentNumber) =>
        new { county = County.ToString(), source, amountFen = amount.Fen, documentNumber, arrivedOn = Text(today) };

    private async Task Apply(Month month, CancellationToken cancellation)
    {
        foreach (var h in plan.ApplyingIn(month)) // in the order in which they come: the file number follows it
        {
            var household = await desk.Post(Assistant(h.Village), "households", Household(h), $"register-{h.Number}", cancellation);
            Know(h, household.GetProperty("id").GetGuid());
            heads[Id(h)] = Head(household);
        }
        await Each(plan.ApplyingIn(month), async h =>
        {
            var application = await desk.Post(
                Assistant(h.Village), "applications",
                new { household = Id(h), applicant = await HeadOf(h, cancellation), papers = new[] { "hukouBook", "idCards" }, statementSigned = true, checkAuthorised = true },
                $"apply-{h.Number}", cancellation);
            var id = application.GetProperty("id").GetGuid();
            lock (applications) applications[Id(h)] = id;
            await desk.Post(Officer(h.Village, 1), $"applications/{id}/acceptance", new { }, $"accept-{h.Number}", cancellation);
            Interlocked.Increment(ref accepted);
        });
    }

    private Task Investigate(Month month, CancellationToken cancellation) =>
        Each(plan.ApplyingIn(month), h => Look(h, "first", Verified(h, again: false), cancellation));

    /// <summary>Information check and home visit.</summary>
    private async Task Look(PlannedHousehold h, string round, object verified, CancellationToken cancellation)
    {
        var path = $"applications/{Application(h)}";
        await desk.Post(Officer(h.Village, 1), $"{path}/check-request", new { }, $"{round}-check-request-{h.Number}", cancellation);
        await desk.Post(CheckCentre, $"{path}/check-answer", verified, $"{round}-check-answer-{h.Number}", cancellation);
        await desk.Post(Officer(h.Village, 2), $"{path}/visit", Visit(h, await HeadOf(h, cancellation)), $"{round}-visit-{h.Number}", cancellation);
    }

    private object Visit(PlannedHousehold h, Guid present) => new
    {
        visitedOn = Text(today),
        investigators = new[] { new { officer = Officer(h.Village, 2).Subject, post = "township" }, new { officer = Assistant(h.Village).Subject, post = "village" } },
        present = new[] { present },
        livingConditions = "住房简陋,生活必需品齐全",
    };

    private Task Assess(Month month, CancellationToken cancellation) => Each(plan.ApplyingIn(month), h => Judge(h, "first", cancellation));

    /// <summary>Community appraisal where the law of the day has it (220 Art 21), means test, initial-review opinion.</summary>
    private async Task Judge(PlannedHousehold h, string round, CancellationToken cancellation)
    {
        var path = $"applications/{Application(h)}";
        if (today >= Law220)
            await desk.Post(Assistant(h.Village), $"{path}/appraisal", new { heldOn = Text(today), participants = 12, representatives = 9, agrees = true }, $"{round}-appraisal-{h.Number}", cancellation);
        var determination = await desk.Post(Officer(h.Village, 1), $"{path}/assessment", new { }, $"{round}-assess-{h.Number}", cancellation);
        var positive = determination.GetProperty("determination").GetProperty("eligible").GetBoolean();
        var opinion = positive ? "经核查,家庭人均收入低于保障标准,拟同意纳入保障。" : "经核查,不符合保障条件,拟不同意纳入保障。";
        await desk.Post(Leader(h.Village), $"{path}/initial-review", new { positive, opinion }, $"{round}-initial-review-{h.Number}", cancellation);
    }

    private Task Object(Month month, CancellationToken cancellation) => Each(Objected(month), async h =>
    {
        var notice = await Notice(h, cancellation);
        if (notice is { } id)
            await desk.Post(null, $"notices/{id}/objections", new { ground = "income", text = "该户另有经营收入,请再核实。" }, $"object-{h.Number}", cancellation);
    });

    private Task AnswerObjections(Month month, CancellationToken cancellation) => Each(Objected(month), async h =>
    {
        if (await Notice(h, cancellation) is not { } id) return;
        var notice = await desk.Get(ComplaintHandler, $"notices/{id}", cancellation);
        foreach (var objection in notice.GetProperty("objections").EnumerateArray())
        {
            var upheld = h.Fate != Fate.AdmittedObjectionDismissed;
            var reasons = upheld ? "所反映情况有据,退回乡镇重新调查。" : "经走访核实,所反映情况不属实。";
            await desk.Post(ComplaintHandler, $"objections/{objection.GetProperty("id").GetGuid()}/answer", new { upheld, reasons }, $"answer-{h.Number}", cancellation);
        }
    });

    private IEnumerable<PlannedHousehold> Objected(Month month) =>
        plan.ApplyingIn(month).Where(h => h.Fate is Fate.RefusedOnObjection or Fate.AdmittedAfterObjection or Fate.AdmittedObjectionDismissed);

    /// <summary>A villager finds the notice on the board: by name, members and amount.</summary>
    private async Task<Guid?> Notice(PlannedHousehold h, CancellationToken cancellation)
    {
        await foreach (var notice in desk.All(Assistant(h.Village), $"notices?division={h.Village}&limit=200", cancellation))
        {
            if (string.Equals(notice.GetProperty("applicantName").GetString(), h.Members[0].Name, StringComparison.Ordinal)
                && notice.GetProperty("members").GetInt32() == h.Members.Count && notice.GetProperty("monthlyFen").GetInt64() == h.MonthlyFen)
                return notice.GetProperty("id").GetGuid();
        }
        return null;
    }

    /// <summary>Where an objection was upheld the township investigates again and gives a new opinion (57 Art 19; 220 Art 24).</summary>
    private Task LookAgain(Month month, CancellationToken cancellation) =>
        Each(plan.ApplyingIn(month).Where(h => h.Fate is Fate.RefusedOnObjection or Fate.AdmittedAfterObjection), async h =>
        {
            await Look(h, "second", Verified(h, again: true), cancellation);
            await Judge(h, "second", cancellation);
        });

    private Task Decide(Month month, CancellationToken cancellation) => Each(plan.ApplyingIn(month), async h =>
    {
        var path = $"applications/{Application(h)}";
        if (h.Fate is Fate.RefusedIncome or Fate.RefusedAssets or Fate.RefusedOnObjection)
        {
            var reason = h.Fate == Fate.RefusedAssets ? "家庭金融资产超过规定限额" : "家庭人均收入不低于当地保障标准";
            await desk.Post(Approver, $"{path}/refusal", new { reasons = new[] { reason } }, $"refuse-{h.Number}", cancellation);
        }
        else if (today >= Law220)
        {
            await desk.Post(CountyOfficer, $"{path}/approval-proposal", new { }, $"propose-{h.Number}", cancellation);
            return;
        }
        else
        {
            await desk.Post(Approver, $"{path}/confirmation", new { }, $"confirm-{h.Number}", cancellation);
        }
        Interlocked.Increment(ref decided);
    });

    private Task DecideAfterSecondNotice(Month month, CancellationToken cancellation)
    {
        if (today < Law220) return Task.CompletedTask;
        return Each(plan.ApplyingIn(month).Where(h => h.Fate is Fate.Admitted or Fate.AdmittedAfterObjection or Fate.AdmittedObjectionDismissed), async h =>
        {
            await desk.Post(Approver, $"applications/{Application(h)}/confirmation", new { }, $"confirm-{h.Number}", cancellation);
            Interlocked.Increment(ref decided);
        });
    }

    /// <summary>The findings of the reviews that fall due.</summary>
    private async Task Review(Month month, LocalDate dueBy, CancellationToken cancellation)
    {
        var due = await List(desk.All(CountyOfficer, $"reviews?status=open&dueBefore={Text(dueBy.PlusDays(1))}&limit=200", cancellation));
        await Each(due, async review =>
        {
            var h = planned[review.GetProperty("household").GetGuid()];
            var id = review.GetProperty("id").GetGuid();
            var (income, assets, endReason, refused) = Findings(h, month);
            await desk.Post(
                Officer(h.Village, 2), $"reviews/{id}/findings",
                new
                {
                    visitedOn = Text(today),
                    investigators = new[] { new { officer = Officer(h.Village, 2).Subject, post = "township" }, new { officer = Assistant(h.Village).Subject, post = "village" } },
                    present = refused ? [] : new[] { await HeadOf(h, cancellation) },
                    income,
                    assets,
                    livingConditions = "与档案记载相符",
                    refusedWithoutReason = refused,
                    proposedEndReason = endReason,
                },
                $"findings-{id}", cancellation);
        });
    }

    private (object[] Income, object[] Assets, string? EndReason, bool Refused) Findings(PlannedHousehold h, Month month)
    {
        if (h.ChangesIn is null || month < h.ChangesIn) return ([], [], null, false);
        var persons = h.Members.Count;
        var standard = HaizhouSeed.Standard(h.Scheme).Fen;
        var now = h.YearlyFen(persons);
        return h.Change switch
        {
            Change.Up => ([Income("wage", now - 12 * 2000 * persons)], [], null, false),
            Change.Down => ([Income("wage", now + 12 * 2500 * persons)], [], null, false),
            Change.Employment => ([Income("wage", 12 * standard * persons * 3 / 2)], [], "employment", false),
            Change.IncomeAboveStandard => ([Income("transfer", 12 * standard * persons * 11 / 10)], [], null, false),
            Change.AssetsOverLimit => ([], [new { kind = "deposit", valueFen = 30 * standard * persons }], null, false),
            Change.MovedAway => ([], [], "movedAway", false),
            Change.RefusedReview => ([], [], "refusedReview", true),
            _ => ([], [], null, false),
        };
    }

    private static object Income(string kind, long yearlyFen) => new { kind, yearlyFen };

    /// <summary>The county concludes what the township found; the household is told, with reasons.</summary>
    private async Task Conclude(Month month, CancellationToken cancellation)
    {
        var found = await List(desk.All(CountyOfficer, "reviews?status=findingsRecorded&limit=200", cancellation));
        await Each(found, async review =>
        {
            var id = review.GetProperty("id").GetGuid();
            var outcome = review.GetProperty("proposed").GetString();
            var reasons = outcome switch
            {
                "end" => "经复审,家庭不再符合最低生活保障条件,自下月起停发。",
                "reduce" => "经复审,家庭收入或人口变化,自下月起按新标准减发。",
                "increase" => "经复审,家庭收入减少,自下月起增发。",
                _ => "经复审,家庭经济状况无明显变化,维持原保障金额。",
            };
            await desk.Post(Approver, $"reviews/{id}/conclusion", new { outcome, reasons }, $"conclude-{id}", cancellation);
            Interlocked.Increment(ref reviewed);
        });
    }

    private Task ReportDeaths(Month month, CancellationToken cancellation) => Each(plan.TakenOver.Where(h => h.DeathIn == month), async h =>
    {
        var household = await desk.Get(Assistant(h.Village), $"households/{Id(h)}", cancellation);
        var dead = h.Members[^1];
        var person = household.GetProperty("members").EnumerateArray()
            .Where(m => string.Equals(m.GetProperty("name").GetString(), dead.Name, StringComparison.Ordinal) && string.Equals(m.GetProperty("birthDate").GetString(), Text(dead.Born), StringComparison.Ordinal))
            .Select(m => (Guid?)m.GetProperty("person").GetGuid()).FirstOrDefault();
        if (person is null) return; // told before the cut
        await desk.Post(Assistant(h.Village), $"households/{Id(h)}/deaths", new { person, diedOn = Text(today.PlusDays(-2)) }, $"death-{h.Number}", cancellation);
    });

    private Task Leave(Month month, CancellationToken cancellation) => Each(plan.TakenOver.Where(h => h.LeavesIn == month), async h =>
    {
        var entitlements = await List(desk.All(Approver, $"entitlements?household={Id(h)}&live=true&limit=10", cancellation));
        foreach (var entitlement in entitlements)
        {
            await desk.Post(
                Approver, $"entitlements/{entitlement.GetProperty("id").GetGuid()}/withdrawal",
                new { requestedBy = await HeadOf(h, cancellation), reason = "家庭生活好转,自愿退出" }, $"leave-{h.Number}", cancellation);
        }
    });

    private async Task Pay(Month month, CancellationToken cancellation)
    {
        var payroll = await desk.Post(PayrollClerk, "payrolls", new { county = County.ToString(), month = month.ToString() }, $"payroll-{month}", cancellation);
        var id = payroll.GetProperty("id").GetGuid();
        await UpToTransfer(id, $"{month}", cancellation);
    }

    private async Task UpToTransfer(Guid id, string step, CancellationToken cancellation)
    {
        await desk.Post(PayrollClerk, $"payrolls/{id}/lock", new { }, $"lock-{step}", cancellation);
        await desk.Post(PayrollLeader, $"payrolls/{id}/payment-request", new { }, $"request-{step}", cancellation);
        await desk.Post(FinanceApprover, $"payrolls/{id}/approval", new { }, $"approve-{step}", cancellation);
        await desk.Post(Treasurer, $"payrolls/{id}/transfer", new { }, $"transfer-{step}", cancellation);
    }

    /// <summary>The bank reports: a few accounts turn out closed or misnamed every month.</summary>
    private async Task HearTheBank(Month month, CancellationToken cancellation)
    {
        await foreach (var payroll in desk.All(PayrollClerk, $"payrolls?county={County}&month={month}&limit=50", cancellation))
        {
            if (!string.Equals(payroll.GetProperty("state").GetString(), "transferred", StringComparison.Ordinal)) continue;
            var lines = payroll.GetProperty("households").GetInt32();
            var returned = Enumerable.Range(0, 6).Select(i => 1 + (i * 331 + month.Code * 7) % lines).Distinct().Order()
                .Select((line, i) => new { lineNo = line, reason = i % 2 == 0 ? "accountClosed" : "nameMismatch" });
            var settled = await desk.Post(Bank, $"payrolls/{payroll.GetProperty("id").GetGuid()}/bank-result", new { paidOn = Text(today), returned }, $"bank-{month}", cancellation);
            paidFen += settled.GetProperty("paidFen").GetInt64();
        }
    }

    private async Task CorrectAccounts(Month month, CancellationToken cancellation)
    {
        var open = await List(desk.All(PayrollClerk, $"returns?county={County}&open=true&limit=200", cancellation));
        await Each(open, async line =>
        {
            var id = line.GetProperty("household").GetGuid();
            var h = planned[id];
            var household = await desk.Get(Assistant(h.Village), $"households/{id}", cancellation);
            var change = await desk.Post(
                Assistant(h.Village), $"households/{id}/payee-changes",
                new { payee = new { holder = Head(household), bank = "江苏东方农村商业银行", accountNumber = Account(h.Number, month.Code) }, proofText = "银行退票通知、新存折" },
                $"payee-{month}-{h.Number}", cancellation);
            await desk.Post(CountyOfficer, $"payee-changes/{change.GetProperty("id").GetGuid()}/confirmation", new { }, $"payee-confirmed-{month}-{h.Number}", cancellation);
        });
    }

    private async Task RepayReturned(Month month, CancellationToken cancellation)
    {
        var payroll = await desk.Post(PayrollClerk, "repayments", new { county = County.ToString() }, $"repay-{month}", cancellation);
        var id = payroll.GetProperty("id").GetGuid();
        await UpToTransfer(id, $"repay-{month}", cancellation);
        var settled = await desk.Post(Bank, $"payrolls/{id}/bank-result", new { paidOn = Text(today), returned = Array.Empty<object>() }, $"bank-repay-{month}", cancellation);
        paidFen += settled.GetProperty("paidFen").GetInt64();
    }

    /// <summary>What the registers say. Somebody who is refused has income or deposits that he did not declare.</summary>
    private static object Verified(PlannedHousehold h, bool again)
    {
        var persons = h.Members.Count;
        var standard = HaizhouSeed.Standard(h.Scheme).Fen;
        var hidden = h.Fate == Fate.RefusedIncome || (again && h.Fate == Fate.RefusedOnObjection);
        return new
        {
            income = hidden ? [Income("wage", 12 * standard * persons * 5 / 4)] : Array.Empty<object>(),
            assets = h.Fate == Fate.RefusedAssets ? [new { kind = "deposit", valueFen = 40 * standard * persons }] : Array.Empty<object>(),
            sources = new[] { "socialInsurance", "tax", "deposits", "vehicles" },
        };
    }

    private static object Household(PlannedHousehold h) => new
    {
        division = h.Village.ToString(),
        residence = h.Village.ToString(),
        hukou = h.Scheme == Scheme.Urban ? "nonAgricultural" : "agricultural",
        members = h.Members.Select(m => new { name = m.Name, idNumber = m.IdNumber, relationship = m.Relationship, labour = JsonNamingPolicy.CamelCase.ConvertName(m.Labour.ToString()) }),
        income = new[] { Income(h.Scheme == Scheme.Urban ? "wage" : "business", h.YearlyFen(h.Members.Count)) },
        assets = Array.Empty<object>(),
        payee = new { holderIdNumber = h.Members[0].IdNumber, bank = "江苏东方农村商业银行", accountNumber = Account(h.Number, 0) },
    };

    private static string Account(int number, int issue) => string.Create(CultureInfo.InvariantCulture, $"9{issue:000000}{number:00000000}");

    /// <summary>File numbers follow the order of registration: the old register first, then each application as it comes.</summary>
    private void NumberFiles()
    {
        var sequence = 0;
        foreach (var h in plan.TakenOver) numbers[h] = FileNumber.Of(County, 2012, ++sequence);
        for (var month = HaizhouSeed.FirstMonth; month <= HaizhouSeed.LastMonth; month = month.Next)
        {
            if (month.Number == 1 && month.Year > 2012) sequence = 0;
            foreach (var h in plan.ApplyingIn(month)) numbers[h] = FileNumber.Of(County, month.Year, ++sequence);
        }
    }

    /// <summary>Reads back what is there: households by file number, applications by household.</summary>
    private async Task Remember(CancellationToken cancellation)
    {
        await foreach (var household in desk.All(CountyOfficer, $"households?division={County}&limit=200", cancellation))
            files[household.GetProperty("fileNumber").GetString()!] = household.GetProperty("id").GetGuid();
        foreach (var (h, number) in numbers) if (files.TryGetValue(number, out var id)) Know(h, id);
        await foreach (var application in desk.All(CountyOfficer, $"applications?division={County}&limit=200", cancellation))
            applications[application.GetProperty("household").GetGuid()] = application.GetProperty("id").GetGuid();
    }

    private void Know(PlannedHousehold h, Guid id)
    {
        files[numbers[h]] = id;
        planned[id] = h;
    }

    private Guid Id(PlannedHousehold h) => files[numbers[h]];

    private Guid Application(PlannedHousehold h)
    {
        lock (applications) return applications[Id(h)];
    }

    private async Task<Guid> HeadOf(PlannedHousehold h, CancellationToken cancellation)
    {
        lock (heads) if (heads.TryGetValue(Id(h), out var known)) return known;
        var head = Head(await desk.Get(Assistant(h.Village), $"households/{Id(h)}", cancellation));
        lock (heads) heads[Id(h)] = head;
        return head;
    }

    private static Guid Head(JsonElement household) =>
        household.GetProperty("members").EnumerateArray().First(m => m.GetProperty("relationship").GetString() is "head").GetProperty("person").GetGuid();

    private static async Task<List<JsonElement>> List(IAsyncEnumerable<JsonElement> items)
    {
        var list = new List<JsonElement>();
        await foreach (var item in items) list.Add(item);
        return list;
    }

    private static Task Each<T>(IEnumerable<T> items, Func<T, Task> work) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = Hands }, async (item, _) => await work(item));

    private static string Text(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(Scheme scheme) => JsonNamingPolicy.CamelCase.ConvertName(scheme.ToString());
}
