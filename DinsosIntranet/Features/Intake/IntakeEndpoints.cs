using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Files;
using Microsoft.Net.Http.Headers;

namespace DinsosIntranet.Features.Intake;

public static class IntakeEndpoints
{
    /// <summary>A scan is a picture and nothing else: no script, no request to anywhere, no frame around it.</summary>
    private const string ScanPolicy = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    public static void MapIntakeEndpoints(this WebApplication app) =>
        app.MapGet("/berkas/{attachmentId:guid}", OpenAsync).RequireAuthorization(Policies.Requests);

    private static async Task<IResult> OpenAsync(Guid attachmentId, HttpContext context, AttachmentService attachments, ActorDirectory actors, TimeProvider time)
    {
        if (StaffClaims.Read(context.User) is not { } claims || await actors.FindAsync(claims, context.RequestAborted) is not { } actor)
        {
            return Results.Unauthorized();
        }

        var act = ActionContext.For(actor, time, context.Connection.RemoteIpAddress?.ToString() ?? "?");
        var opened = await attachments.OpenAsync(attachmentId, act, context.RequestAborted);
        if (!opened.IsOk)
        {
            return Results.StatusCode(opened.Kind == OutcomeKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
        }

        var file = opened.Value;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ScanPolicy;
        headers.CacheControl = "no-store";
        // Named after what it is for: the name it came with is often somebody's.
        headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = NameOf(file) }.ToString();
        return Results.Stream(file.Content, file.Kind.ContentType());
    }

    private static string NameOf(OpenedAttachment file) =>
        (file.Purpose.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? file.Purpose : SafeFileName.Fallback) + file.Kind.Extension();
}
