namespace DinsosIntranet.Shared.Data;

/// <summary>
/// Where the agency's files are. Reference data (standards, calendar, regions) is read from <see cref="ReferencePath"/>;
/// the database, uploads and keys are written below <see cref="Path"/>. Resolved from the setting "Data:Folder" or from the
/// repository the program stands in, never from the working folder.
/// </summary>
public sealed class DataFolder
{
    public DataFolder(IConfiguration configuration, IHostEnvironment environment)
    {
        ReferencePath = FindReference(environment.ContentRootPath) ?? FindReference(AppContext.BaseDirectory)
            ?? throw new InvalidOperationException($"No folder data/standards was found above {environment.ContentRootPath} or {AppContext.BaseDirectory}.");
        Path = configuration["Data:Folder"] is { Length: > 0 } folder ? System.IO.Path.GetFullPath(folder, environment.ContentRootPath) : ReferencePath;
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string ReferencePath { get; }

    private static string? FindReference(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, "data");
            if (Directory.Exists(System.IO.Path.Combine(candidate, "standards")))
            {
                return candidate;
            }
        }

        return null;
    }
}
