using System.Net.Mime;
using System.Text;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Keys;
using Microsoft.Net.Http.Headers;

namespace DinsosIntranet.Features.Letters;

/// <summary>On an endpoint whose answer a page of this site may show inside itself; all other answers refuse to be framed.</summary>
public sealed class FramedByOwnPages;

/// <summary>Papers go out over plain HTTP, not through the circuit: the browser's own viewer shows and prints them.</summary>
public static class LetterEndpoints
{
    public static void MapLetterEndpoints(this WebApplication app)
    {
        var papers = app.MapGroup("/cetak").RequireAuthorization(Policies.Staff).WithMetadata(new FramedByOwnPages());
        papers.MapGet("/surat/{letterId:guid}", (Guid letterId, HttpContext http, ActorDirectory actors, TimeProvider time, LetterPapers service) =>
            SendAsync(http, actors, time, act => service.OpenAsync(letterId, PrintWay.Printed, act, http.RequestAborted)));
        papers.MapGet("/surat/{letterId:guid}/unduh", (Guid letterId, HttpContext http, ActorDirectory actors, TimeProvider time, LetterPapers service) =>
            SendAsync(http, actors, time, act => service.OpenAsync(letterId, PrintWay.Downloaded, act, http.RequestAborted), DispositionTypeNames.Attachment));
        papers.MapGet("/konsep/{letterId:guid}", (Guid letterId, HttpContext http, ActorDirectory actors, TimeProvider time, LetterPapers service) =>
            SendAsync(http, actors, time, act => service.PreviewAsync(letterId, act, http.RequestAborted)));
        papers.MapGet("/konsep/{letterId:guid}/gambar", (Guid letterId, HttpContext http, ActorDirectory actors, TimeProvider time, LetterPapers service) =>
            SendAsync(http, actors, time, act => service.PictureAsync(letterId, act, http.RequestAborted)));
        app.MapGet("/verifikasi/kunci/{id}.pem", (string id, KeyRing keys) =>
                VerificationKeys.Published(keys).FirstOrDefault(k => k.Id == id) is { } key
                    ? Results.File(Encoding.ASCII.GetBytes(key.Pem), "application/x-pem-file", $"kunci-verifikasi-{key.Id}.pem")
                    : Results.NotFound())
            .AllowAnonymous();
        var samples = papers.MapGroup("/contoh-kop/{ticket:guid}").RequireAuthorization(Policies.Settings);
        samples.MapGet("", (Guid ticket, HttpContext http, LetterheadSamples kept) =>
            SendSample(http, kept, ticket, pdf => Results.Bytes(pdf, MediaTypeNames.Application.Pdf)));
        samples.MapGet("/gambar", (Guid ticket, HttpContext http, LetterheadSamples kept) =>
            SendSample(http, kept, ticket, pdf => Results.Bytes(PagePicture.Draw(pdf), PagePicture.ContentType)));
    }

    private static async Task<IResult> SendAsync(
        HttpContext http, ActorDirectory actors, TimeProvider time, Func<ActionContext, Task<Outcome<PaperFile>>> open, string disposition = DispositionTypeNames.Inline)
    {
        if (StaffClaims.Read(http.User) is not { } claims || await actors.FindAsync(claims, http.RequestAborted) is not { } actor)
        {
            return Results.Unauthorized();
        }

        var origin = http.Connection.RemoteIpAddress?.ToString() ?? "?";
        var paper = await open(ActionContext.For(actor, time, origin));
        if (!paper.IsOk)
        {
            return Results.StatusCode(paper.Kind == OutcomeKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
        }

        var header = new ContentDispositionHeaderValue(disposition);
        header.SetHttpFileName(paper.Value.FileName);
        http.Response.Headers.ContentDisposition = header.ToString();
        http.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(paper.Value.Content, paper.Value.ContentType);
    }

    /// <summary>The sample letter goes to nobody but the administrator who had it made.</summary>
    private static IResult SendSample(HttpContext http, LetterheadSamples samples, Guid ticket, Func<byte[], IResult> send)
    {
        http.Response.Headers.CacheControl = "no-store";
        return StaffClaims.Read(http.User) is { } claims && samples.Find(claims.UserId, ticket) is { } pdf ? send(pdf) : Results.NotFound();
    }
}
