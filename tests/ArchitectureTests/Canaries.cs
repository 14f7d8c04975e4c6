using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;

#pragma warning disable CA1822, CA1852 // they are wrong on purpose

namespace Dibao.ArchitectureTests.Canaries.Domain
{
    /// <summary>A law that asks the database.</summary>
    internal sealed class LawOnADatabase
    {
        public object? Find(object context) => ((DbContext)context).Find(typeof(string), 1);
    }

    /// <summary>A law that asks a mediator, hidden in a lambda.</summary>
    internal sealed class LawOnAMediator
    {
        public Func<object, object> Ask => m => ((MediatR.IMediator)m).GetType();
    }

    /// <summary>A law that knows HTTP.</summary>
    internal sealed class LawOnHttp
    {
        public object Request => new DefaultHttpContext();
    }

    /// <summary>A law that looks at the clock.</summary>
    internal sealed class LawWithAClock(IClock clock)
    {
        public Instant Now => clock.GetCurrentInstant();
    }

    /// <summary>A law that asks what day it is.</summary>
    internal sealed class LawWithToday
    {
        public LocalDate Day(Today today) => today.Date;
    }

    /// <summary>A law as it should be.</summary>
    internal sealed class PlainLaw
    {
        public LocalDate Due(LocalDate accepted) => accepted.PlusDays(30);
    }
}

namespace Dibao.ArchitectureTests.Canaries.Features
{
    /// <summary>A step that stands in no route table.</summary>
    internal sealed record ForgottenStep
    {
        internal static string Endpoint() => "";
    }

    /// <summary>A name that says nothing.</summary>
    internal sealed class PaymentHelper;

    /// <summary>Another.</summary>
    internal sealed record HouseholdDto;

    /// <summary>Looks into another module.</summary>
    internal sealed class Peeping
    {
        public Type At => typeof(Households.HouseholdsModule);
    }
}

namespace Dibao.ArchitectureTests.Canaries.Subscribers
{
    /// <summary>Hears two modules.</summary>
    internal sealed class HearEverything : ISubscriber<HouseholdRegistered>, ISubscriber<EntitlementEnded>
    {
        public Task When(HouseholdRegistered fact, CancellationToken cancellation) => Task.CompletedTask;

        public Task When(EntitlementEnded fact, CancellationToken cancellation) => Task.CompletedTask;
    }
}

/// <summary>A second door.</summary>
public sealed class OpenWindow;
