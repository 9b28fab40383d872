using System.Globalization;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.VictimCases;

public static class CaseEndpoints
{
    /// <summary>One printing, by the id it was recorded under.</summary>
    public const string PrintPath = "/kasus/cetakan";

    /// <summary>One reading of an attachment, by the id it was recorded under.</summary>
    public const string AttachmentPath = "/kasus/lampiran";

    /// <summary>The destruction register as an Excel file.</summary>
    public const string RegisterPath = "/kasus/retensi/unduh";

    /// <summary>The berita acara of one destruction.</summary>
    public const string ReportPath = "/kasus/retensi/berita-acara";

    /// <summary>The list of cases as a file: which list, and why.</summary>
    public const string ListPath = "/kasus/unduh";

    /// <summary>The recap of one month as a file.</summary>
    public const string RecapPath = "/kasus/rekap/unduh";

    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapCaseEndpoints(this WebApplication app)
    {
        app.MapGet(PrintPath + "/{id:guid}", FetchAsync).RequireAuthorization(Policies.Cases);
        app.MapGet(ListPath, ExportListAsync).RequireAuthorization(Policies.Cases);
        app.MapGet(RecapPath, ExportRecapAsync).RequireAuthorization(Policies.CaseRecap);
        app.MapGet(AttachmentPath + "/{id:guid}", ReadAsync).RequireAuthorization(Policies.Cases);
        app.MapGet(RegisterPath, ExportAsync).RequireAuthorization(Policies.CaseRetention);
        app.MapGet(ReportPath + "/{id:guid}", ReportAsync).RequireAuthorization(Policies.CaseRetention);
    }

    private static async Task<IResult> ExportAsync(HttpContext context, ActorDirectory actors, DestructionExport export, AgencyDirectory agencies, TimeProvider time, CancellationToken cancellationToken)
    {
        if (StaffClaims.Read(context.User) is not { } claims || await actors.FindAsync(claims, cancellationToken) is not { } actor)
        {
            return Results.Unauthorized();
        }

        var act = ActionContext.For(actor, time, context.Connection.RemoteIpAddress?.ToString() ?? "?");
        if (!(await export.RecordAsync(act, cancellationToken)).IsOk)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var today = (await agencies.GetAsync(cancellationToken)).DateOf(act.Now);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(
            stream => export.WriteAsync(stream, actor, cancellationToken), Excel, string.Create(CultureInfo.InvariantCulture, $"register-pemusnahan-{today:yyyyMMdd}.xlsx"));
    }

    private static async Task<IResult> ReportAsync(Guid id, HttpContext context, ActorDirectory actors, RetentionQueries retention, TimeProvider time, CancellationToken cancellationToken)
    {
        if (StaffClaims.Read(context.User) is not { } claims || await actors.FindAsync(claims, cancellationToken) is not { } actor)
        {
            return Results.Unauthorized();
        }

        var act = ActionContext.For(actor, time, context.Connection.RemoteIpAddress?.ToString() ?? "?");
        if (await retention.ReportAsync(id, act, cancellationToken) is not { } paper)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.File(paper.Content, "application/pdf", paper.FileName);
    }

    private static async Task<IResult> ReadAsync(Guid id, HttpContext context, ActorDirectory actors, CaseFileReader reader, CancellationToken cancellationToken)
    {
        if (StaffClaims.Read(context.User) is not { } claims || await actors.FindAsync(claims, cancellationToken) is not { } actor)
        {
            return Results.Unauthorized();
        }

        if (await reader.FetchAsync(id, actor, cancellationToken) is not { } file)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.File(file.Content, file.ContentType, file.FileName);
    }

    private static async Task<IResult> FetchAsync(Guid id, HttpContext context, ActorDirectory actors, CaseFormWriter forms, CancellationToken cancellationToken)
    {
        if (StaffClaims.Read(context.User) is not { } claims || await actors.FindAsync(claims, cancellationToken) is not { } actor)
        {
            return Results.Unauthorized();
        }

        if (await forms.FetchAsync(id, actor, cancellationToken) is not { } paper)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.File(paper.Content, "application/pdf", paper.FileName);
    }

    private static async Task<IResult> ExportListAsync(HttpContext context, ActorDirectory actors, CaseListExport export, AgencyDirectory agencies, TimeProvider time, CancellationToken cancellationToken)
    {
        if (StaffClaims.Read(context.User) is not { } claims || await actors.FindAsync(claims, cancellationToken) is not { } actor)
        {
            return Results.Unauthorized();
        }

        var (filter, reason) = (CaseAddress.Filter(context.Request.Query["lihat"]), context.Request.Query["alasan"].ToString());
        var act = ActionContext.For(actor, time, context.Connection.RemoteIpAddress?.ToString() ?? "?");
        var outcome = await export.RecordAsync(filter, reason, act, cancellationToken);
        if (!outcome.IsOk)
        {
            return Results.StatusCode(outcome.Kind == OutcomeKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest);
        }

        var today = (await agencies.GetAsync(cancellationToken)).DateOf(act.Now);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(stream => export.WriteAsync(stream, filter, reason, act, cancellationToken), Excel, string.Create(CultureInfo.InvariantCulture, $"daftar-kasus-{today:yyyyMMdd}.xlsx"));
    }

    private static async Task<IResult> ExportRecapAsync(HttpContext context, ActorDirectory actors, CaseRecap recap, CaseRecapExport export, TimeProvider time, CancellationToken cancellationToken)
    {
        if (StaffClaims.Read(context.User) is not { } claims || await actors.FindAsync(claims, cancellationToken) is not { } actor)
        {
            return Results.Unauthorized();
        }

        var month = CaseAddress.Month(context.Request.Query["bulan"]);
        var act = ActionContext.For(actor, time, context.Connection.RemoteIpAddress?.ToString() ?? "?");
        if (!(await export.RecordAsync(month, act, cancellationToken)).IsOk || await recap.OfAsync(month, actor, cancellationToken) is not { } view)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(stream => export.WriteAsync(stream, view, act, cancellationToken), Excel, $"rekap-kasus-{CaseAddress.Month(view.Month)}.xlsx");
    }
}
