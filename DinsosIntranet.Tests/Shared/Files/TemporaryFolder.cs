namespace DinsosIntranet.Tests.Shared.Files;

/// <summary>A folder of its own for one test, removed afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Root = Directory.CreateTempSubdirectory("dinsos-").FullName;

    public string Root { get; }

    public string Sub(string name) => Path.Combine(Root, name);

    public string[] Files(string name) => Directory.Exists(Sub(name)) ? Directory.GetFiles(Sub(name), "*", SearchOption.AllDirectories) : [];

    /// <summary>Something of the program that was stopped may write its last file while the folder goes: moved first, it is out of reach.</summary>
    public void Dispose()
    {
        var leaving = Root + ".gone";
        Directory.Move(Root, leaving);
        Directory.Delete(leaving, recursive: true);
    }
}
