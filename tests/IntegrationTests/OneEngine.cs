using Xunit.Abstractions;
using Xunit.Sdk;

namespace Dibao.IntegrationTests;

/// <summary>A test of what one engine alone can suffer.</summary>
[XunitTestCaseDiscoverer("Dibao.IntegrationTests.FactOnOneEngine", "Dibao.IntegrationTests")]
[AttributeUsage(AttributeTargets.Method)]
public class OneEngineAttribute(string engine) : FactAttribute
{
    public string Engine { get; } = engine;
}

/// <summary>One case, on that engine.</summary>
public sealed class FactOnOneEngine(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        [new OnEngine(messages, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, factAttribute.GetNamedArgument<string>(nameof(OneEngineAttribute.Engine)))];
}
