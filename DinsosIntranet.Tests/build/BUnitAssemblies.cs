using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace DinsosIntranet.Tests;

/// <summary>Gives bUnit the AngleSharp.Diffing version that is at hand; see build/BUnit.props.</summary>
internal static class BUnitAssemblies
{
    [ModuleInitializer]
    internal static void Register() =>
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name.Name == "AngleSharp.Diffing"
                ? context.LoadFromAssemblyPath(Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, "AngleSharp.Diffing.dll"))
                : null;
}
