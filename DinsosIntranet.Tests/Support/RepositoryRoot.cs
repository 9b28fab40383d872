namespace DinsosIntranet.Tests.Support;

/// <summary>The folder of DinsosIntranet.sln, found upward from the test binary, so that tests read the files the program reads.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find();

    /// <summary>A folder or file below <c>data/</c>.</summary>
    public static string Data(string name) => System.IO.Path.Combine(Path, "data", name);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "DinsosIntranet.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No DinsosIntranet.sln above {AppContext.BaseDirectory}.");
    }
}
