using DinsosIntranet.App.Demo;

namespace DinsosIntranet.Tests.Support;

/// <summary>One of the demo staff per role, by user name; for refusals that must hold for every role but some.</summary>
public sealed class DemoStaffAttribute(params string[] except) : Xunit.Sdk.DataAttribute
{
    public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) =>
        DemoAgency.People.DistinctBy(p => (p.Role, p.Unit)).Where(p => !except.Contains(p.UserName)).Select(p => new object[] { p.UserName });
}
