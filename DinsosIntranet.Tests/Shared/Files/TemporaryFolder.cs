namespace DinsosIntranet.Tests.Shared.Files;

/// <summary>A folder of its own for one test, removed afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Root = Directory.CreateTempSubdirectory("dinsos-").FullName;

    public string Root { get; }

    public string Sub(string name) => Path.Combine(Root, name);

    public string[] Files(string name) => Directory.Exists(Sub(name)) ? Directory.GetFiles(Sub(name), "*", SearchOption.AllDirectories) : [];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
