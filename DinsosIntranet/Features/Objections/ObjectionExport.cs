using System.Globalization;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Objections;

/// <summary>The register of objections as an Excel file, written while it is read; taking it out is in the trail.</summary>
public sealed class ObjectionExport(ObjectionRegister register, WriteRunner writes)
{
    public const string RecordKind = "register-keberatan";

    private static readonly SheetColumn[] Columns =
    [
        new("No.", 6), new("Nomor keberatan", 18), new("Tanggal", 12, SheetFormat.Date), new("Nama", 28), new("Badan hukum atau kelompok", 28), new("Alamat", 40), new("Nomor kontak", 28),
        new("Pekerjaan", 18), new("Kuasa", 40), new("Nomor pendaftaran", 20), new("Informasi yang diminta", 60), new("Tujuan penggunaan", 40), new("Alasan keberatan", 50),
        new("Keputusan atasan PPID", 22), new("Tanggal tanggapan", 14, SheetFormat.Date), new("Nama dan posisi atasan PPID", 36), new("Tanggapan pemohon", 40),
    ];

    /// <summary>Says in the trail that the register is taken out, and which part of it; before the first row leaves.</summary>
    public Task<Outcome> RecordAsync(ObjectionFilter filter, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            scope =>
            {
                scope.Audit("keberatan.ekspor", RecordKind, Guid.Empty, new AuditText()
                    .Fact("keadaan", filter.State?.ToString() ?? "semua")
                    .Fact("dari", filter.From is { } from ? IndonesianDates.Short(from) : "-")
                    .Fact("sampai", filter.Until is { } until ? IndonesianDates.Short(until) : "-"));
                return Task.FromResult(InformationRegister.MayExport(scope.Actor) ? Outcome.Ok() : Outcome.Forbidden());
            },
            cancellationToken);

    public async Task WriteAsync(Stream target, ObjectionFilter filter, Actor reader, CancellationToken cancellationToken = default)
    {
        await using var sheet = await SheetWriter.BeginAsync(target, "Register keberatan", Columns, cancellationToken);
        var line = 0;
        await foreach (var row in register.AllAsync(filter, reader, cancellationToken))
        {
            await sheet.RowAsync(
            [
                SheetCell.Number(++line), row.Number, row.ReceivedOn, row.ApplicantName, row.Organisation, row.Address, row.Contact, row.Occupation, row.Proxy, row.RequestNumber, row.Detail, row.Purpose,
                row.Grounds, row.Decision, row.AnsweredOn, row.Superior, row.Response,
            ]);
        }
    }
}

public static class ObjectionEndpoints
{
    public const string ExportPath = "/informasi/keberatan/unduh";

    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The register as a file, with the filters of its page in the address.</summary>
    public static void MapObjectionEndpoints(this WebApplication app) => app.MapGet(ExportPath, ExportAsync).RequireAuthorization(Policies.Information);

    private static async Task<IResult> ExportAsync(HttpContext context, ActorDirectory actors, ObjectionExport export, AgencyDirectory agencies, TimeProvider time, CancellationToken cancellationToken)
    {
        if (StaffClaims.Read(context.User) is not { } claims || await actors.FindAsync(claims, cancellationToken) is not { } actor)
        {
            return Results.Unauthorized();
        }

        var query = context.Request.Query;
        var filter = ObjectionFilter.Of(query["keadaan"], query["dari"], query["sampai"]);
        var act = ActionContext.For(actor, time, context.Connection.RemoteIpAddress?.ToString() ?? "?");
        if (!(await export.RecordAsync(filter, act, cancellationToken)).IsOk)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var today = (await agencies.GetAsync(cancellationToken)).DateOf(act.Now);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(stream => export.WriteAsync(stream, filter, actor, cancellationToken), ContentType, string.Create(CultureInfo.InvariantCulture, $"register-keberatan-{today:yyyyMMdd}.xlsx"));
    }
}
