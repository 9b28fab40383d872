using System.Globalization;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Tests.Bench;

/// <summary>Many requests at once. The people are invented: their NIK names the district 360299, which does not exist.</summary>
internal static class BenchData
{
    private const int BatchSize = 2_000;

    /// <summary>Requests standing at a step of the DTKS standard; closed ones are done. Returns their ids in order.</summary>
    public static async Task<IReadOnlyList<Guid>> RequestsAsync(BenchHost host, int count, string stepId, bool closed = false, int numberFrom = 1)
    {
        var step = host.Dtks.Standard.Step(stepId);
        var now = ActionContext.CutToMilliseconds(host.Now);
        var ids = new List<Guid>(count);
        for (var from = 0; from < count; from += BatchSize)
        {
            await using var db = host.OpenDb();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var i = from; i < Math.Min(count, from + BatchSize); i++)
            {
                var at = now.AddMinutes(closed ? -20 - (i * 5) : -i % 20);
                ids.Add(Add(db, host, numberFrom + i, step.Id, step.Desk, at, closed));
            }

            await db.SaveChangesAsync();
        }

        return ids;
    }

    private static Person Person(int n, DateTime at) => new()
    {
        Id = Guid.CreateVersion7(),
        Nik = string.Create(CultureInfo.InvariantCulture, $"3602990101{n % 1_000_000:000000}"),
        Name = "Siti Aminah " + n.ToString(CultureInfo.InvariantCulture),
        NameSearch = "SITI AMINAH " + n.ToString(CultureInfo.InvariantCulture),
        Address = "Kampung Contoh RT 01/RW 02",
        CreatedAt = at,
        LastSeenAt = at,
        Version = Guid.CreateVersion7(),
    };

    private static Guid Add(DinsosDbContext db, BenchHost host, int n, string stepId, string desk, DateTime at, bool closed)
    {
        var person = Person(n, at);
        var standard = host.Dtks.Standard;
        var number = string.Create(CultureInfo.InvariantCulture, $"DTKS-2026-{n:000000}");
        var request = new ServiceRequest
        {
            Id = Guid.CreateVersion7(),
            Number = number,
            StandardCode = standard.Code,
            StandardVersionId = host.Dtks.VersionId,
            ChannelCode = standard.Channels[0].Code,
            ApplicantId = person.Id,
            SubjectId = person.Id,
            ReceivedAt = at,
            CompletedAt = at,
            ReceivedById = Guid.Empty,
            Version = Guid.CreateVersion7(),
        };
        var item = new WorkItem
        {
            Id = request.Id,
            Number = number,
            StandardCode = standard.Code,
            StandardVersionId = host.Dtks.VersionId,
            IsConfidential = false,
            StepId = stepId,
            DeskCode = desk,
            EnteredDeskAt = at,
            Status = WorkStatus.Running,
            OpenedAt = at,
            Version = Guid.CreateVersion7(),
        };
        if (closed)
        {
            item.Close(WorkStatus.Done, at.AddMinutes(12));
        }

        db.AddRange(
            person,
            request,
            item,
            new DeskStay { Id = Guid.CreateVersion7(), WorkItemId = item.Id, StepId = stepId, DeskCode = desk, EnteredAt = at, LeftAt = item.ClosedAt, NetMinutes = closed ? 12 : null },
            new WorkClock
            {
                WorkItemId = item.Id,
                Kind = ClockKind.Promise,
                Least = 0,
                Most = 15,
                Unit = TimeUnit.WorkingMinutes,
                StartedAt = at,
                DueAt = at.AddMinutes(15),
                EndedAt = item.ClosedAt,
            });
        return request.Id;
    }
}
