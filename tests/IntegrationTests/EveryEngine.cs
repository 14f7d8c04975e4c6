using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Dibao.IntegrationTests;

/// <summary>A test that is run once on each engine; where an engine is not configured here, it is reported as skipped.</summary>
[XunitTestCaseDiscoverer("Dibao.IntegrationTests.FactOnEveryEngine", "Dibao.IntegrationTests")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryEngineAttribute : FactAttribute;

/// <summary>A theory that is run once on each engine.</summary>
[XunitTestCaseDiscoverer("Dibao.IntegrationTests.TheoryOnEveryEngine", "Dibao.IntegrationTests")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryEngineTheoryAttribute : TheoryAttribute;

/// <summary>A fixture that makes itself ready for an engine before the first test of its class that runs on it.</summary>
public interface IOnEveryEngine
{
    Task Prepare(TestEngine engine);
}

/// <summary>One case per engine.</summary>
public sealed class FactOnEveryEngine(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        TestEngine.All.Select(e => new OnEngine(messages, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, e.Name));
}

/// <summary>One case per engine and row of data.</summary>
public sealed class TheoryOnEveryEngine(IMessageSink messages) : TheoryDiscoverer(messages)
{
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute, object[] dataRow) =>
        TestEngine.All.Select(e => new OnEngine(
            DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, e.Name, dataRow));

    protected override IEnumerable<IXunitTestCase> CreateTestCasesForTheory(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        [new ExecutionErrorTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, "EveryEngineTheory takes data that can be written down: texts, numbers, truth values.")];
}

/// <summary>A test on one engine.</summary>
public sealed class OnEngine : XunitTestCase
{
    /// <summary>Engines that must not be skipped, separated by commas: what CI installs.</summary>
    private static readonly string[] Required = (Environment.GetEnvironmentVariable("DIBAO_TEST_REQUIRED") ?? "").Split(',', StringSplitOptions.TrimEntries);

    private string engine = "";

    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("For the runner, which writes cases down and reads them back.")]
    public OnEngine()
    {
    }

    public OnEngine(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method, string engine, object[]? arguments = null)
        : base(messages, display, options, method, arguments) => this.engine = engine;

    private TestEngine Engine => TestEngine.All.Single(e => e.Name == engine);

    public override void Serialize(IXunitSerializationInfo data)
    {
        data.AddValue(nameof(engine), engine);
        base.Serialize(data);
    }

    public override void Deserialize(IXunitSerializationInfo data)
    {
        engine = data.GetValue<string>(nameof(engine));
        base.Deserialize(data);
    }

    public override async Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink, IMessageBus messageBus, object[] constructorArguments, ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource)
    {
        if (SkipReason is not null) return await base.RunAsync(diagnosticMessageSink, messageBus, constructorArguments, aggregator, cancellationTokenSource);
        var own = new ExceptionAggregator(aggregator);
        TestEngine.Current = Engine; // for this test and all that it awaits
        foreach (var fixture in constructorArguments.OfType<IOnEveryEngine>()) await own.RunAsync(() => fixture.Prepare(Engine));
        return await base.RunAsync(diagnosticMessageSink, messageBus, constructorArguments, own, cancellationTokenSource);
    }

    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) => $"{base.GetDisplayName(factAttribute, displayName)} on {engine}";

    protected override string GetSkipReason(IAttributeInfo factAttribute) =>
        base.GetSkipReason(factAttribute) ?? (Required.Contains(engine, StringComparer.Ordinal) ? null! : Engine.Missing!);

    protected override string GetUniqueID() => $"{base.GetUniqueID()}-{engine}";
}
