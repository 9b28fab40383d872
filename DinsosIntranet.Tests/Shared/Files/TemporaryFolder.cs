namespace DinsosIntranet.Tests.Shared.Files;

/// <summary>A folder of its own for one test, removed afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const int Attempts = 6;

    public TemporaryFolder() => Root = Directory.CreateTempSubdirectory("dinsos-").FullName;

    public string Root { get; }

    public string Sub(string name) => Path.Combine(Root, name);

    public string[] Files(string name) => Directory.Exists(Sub(name)) ? Directory.GetFiles(Sub(name), "*", SearchOption.AllDirectories) : [];

    /// <summary>Something of the program that was stopped may write its last file while the folder goes; it is tried again then.</summary>
    public void Dispose()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(Root, recursive: true);
                return;
            }
            catch (IOException) when (attempt < Attempts)
            {
                Thread.Sleep(100 * attempt);
            }
        }
    }
}
