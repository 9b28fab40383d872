using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

/// <summary>One complaint with what stands around it, as papers need it.</summary>
public sealed record ComplaintFacts(ServiceRequest Request, WorkItem Item, Complaint Complaint, ComplainantData Complainant, ServiceStandard Standard, string? LinkedNumber, string? LinkedTitle)
{
    public const string Untold = "tidak disebutkan";

    public static async Task<ComplaintFacts> ReadAsync(DinsosDbContext db, StandardLibrary standards, ComplainantVault vault, Guid id, CancellationToken cancellationToken)
    {
        var found = await (from c in db.Complaints.AsNoTracking()
                           join r in db.ServiceRequests.AsNoTracking() on c.Id equals r.Id
                           join w in db.WorkItems.AsNoTracking() on c.Id equals w.Id
                           where c.Id == id
                           select new { Complaint = c, Request = r, Item = w }).FirstAsync(cancellationToken);
        var standard = (await standards.GetAsync(found.Request.StandardVersionId, cancellationToken)).Standard;
        var (number, title) = await LinkAsync(db, standards, found.Complaint, found.Request.ReceivedAt, cancellationToken);
        return new ComplaintFacts(found.Request, found.Item, found.Complaint, vault.Open(found.Complaint), standard, number, title);
    }

    /// <summary>The request complained about by its number, and the service by its name.</summary>
    public string? About => (LinkedTitle, LinkedNumber) switch
    {
        (null, null) => null,
        ({ } title, null) => title,
        (null, { } number) => $"permohonan {number}",
        ({ } title, { } number) => $"{title}, permohonan {number}",
    };

    /// <summary>The complainant as papers that leave the house name them.</summary>
    public string Name => Complaint.Anonymity == Anonymity.Open ? Complainant.Name ?? "-" : Complaint.Anonymity.Masked();

    public string ReceivedOn(TimeZoneInfo zone) => IndonesianDates.Letter(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Request.ReceivedAt, zone)));

    internal static async Task<(string? Number, string? Title)> LinkAsync(DinsosDbContext db, StandardLibrary standards, Complaint complaint, DateTime at, CancellationToken cancellationToken)
    {
        var linked = complaint.LinkedRequestId is { } id
            ? await db.WorkItems.AsNoTracking().Where(w => w.Id == id).Select(w => new { w.Number, w.StandardVersionId }).FirstOrDefaultAsync(cancellationToken)
            : null;
        if (linked is not null)
        {
            return (linked.Number, (await standards.GetAsync(linked.StandardVersionId, cancellationToken)).Standard.Title);
        }

        return complaint.LinkedStandardCode is { } code
            ? (null, (await standards.FindActiveAsync(code, DateOnly.FromDateTime(at), cancellationToken))?.Standard.Title ?? code)
            : (null, null);
    }
}
