using DinsosIntranet.Features.Agency;

namespace DinsosIntranet.App.Setup;

/// <summary>While the installation is not set up every page leads to the set-up; from then on the set-up does not exist.</summary>
internal sealed class SetupGate(RequestDelegate next, SetupDoor door, AgencyDirectory agencies)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // Another instance on the same database may have been first.
        if (door.IsOpen && await agencies.FindAsync(context.RequestAborted) is not null)
        {
            door.Shut();
        }

        var isSetup = context.Request.Path.StartsWithSegments(SetupPage.Address, StringComparison.Ordinal);
        if (door.IsOpen && !isSetup && IsPage(context.Request.Path))
        {
            context.Response.Redirect(SetupPage.Address);
            return;
        }

        if (!door.IsOpen && isSetup)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await next(context);
    }

    /// <summary>Everything but the files a page consists of, and the question whether the program lives.</summary>
    private static bool IsPage(PathString path) =>
        !Path.HasExtension(path.Value) && !path.StartsWithSegments("/healthz", StringComparison.Ordinal) && !path.StartsWithSegments("/galat", StringComparison.Ordinal);
}
