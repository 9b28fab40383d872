namespace DinsosIntranet.App;

/// <summary>The builder of the program, with the folder its settings and style sheets are read from.</summary>
internal static class DinsosHost
{
    /// <summary>
    /// A published program reads from the folder it stands in, whatever folder it was started from; one run from the
    /// sources reads from the project.
    /// </summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var isPublished = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        var options = new WebApplicationOptions { Args = args, ContentRootPath = isPublished ? AppContext.BaseDirectory : null };
        return WebApplication.CreateBuilder(options).AddDinsos();
    }
}
