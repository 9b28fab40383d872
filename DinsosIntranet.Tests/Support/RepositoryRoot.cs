namespace DinsosIntranet.Tests.Support;

/// <summary>The folder that holds the solution, found upward from the test binaries.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "DinsosIntranet.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("DinsosIntranet.sln is not above " + AppContext.BaseDirectory);
    }
}
