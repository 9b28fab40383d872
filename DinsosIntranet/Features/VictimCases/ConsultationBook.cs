using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>A consultation that ended without a case.</summary>
public sealed record RecordConsultation
{
    public required Guid Id { get; init; }

    public string Channel { get; set; } = "";

    public string Topic { get; set; } = "";

    public string Result { get; set; } = "";
}

/// <summary>How many consultations a month had; <paramref name="Topics"/> by topic, most first.</summary>
public sealed record ConsultationMonth(DateOnly First, int Count, IReadOnlyList<(string Topic, int Count)> Topics);

/// <summary>Consultations: written down without anybody's name, and counted.</summary>
public sealed class ConsultationBook(WriteRunner writes, IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, CaseReference reference, TimeProvider time)
{
    public const string Topics = "topik-konsultasi";
    public const string Results = "hasil-konsultasi";
    private const string Channels = "kanal";
    private const int MonthsShown = 12;

    public Task<Outcome> RecordAsync(RecordConsultation command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("konsultasi.catat", CaseService.RecordKind, command.Id, new AuditText().Fact("topik", reference.Knows(Topics, command.Topic) ? command.Topic : "-"));
                if (!CaseAccess.MayRegister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                if (Check(command) is { Count: > 0 } refusals)
                {
                    return Outcome.Refused(refusals);
                }

                if (await scope.Db.Consultations.AnyAsync(c => c.Id == command.Id, cancellationToken))
                {
                    return Outcome.Conflict("Konsultasi ini sudah dicatat.");
                }

                scope.Db.Consultations.Add(new Consultation
                {
                    Id = command.Id,
                    Day = (await agencies.GetAsync(cancellationToken)).DateOf(scope.Now),
                    Channel = command.Channel,
                    Topic = command.Topic,
                    Result = command.Result,
                    ById = scope.Actor.UserId,
                });
                scope.Publish(Topic.Cases, command.Id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>The last twelve months that had any, newest first; empty for whoever has nothing to do with cases.</summary>
    public async Task<IReadOnlyList<ConsultationMonth>> MonthsAsync(Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!CaseAccess.MayCountConsultations(viewer))
        {
            return [];
        }

        var today = (await agencies.GetAsync(cancellationToken)).DateOf(time.GetUtcNow().UtcDateTime);
        var from = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - MonthsShown);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var counts = await db.Consultations.AsNoTracking()
            .Where(c => c.Day >= from)
            .GroupBy(c => new { c.Day.Year, c.Day.Month, c.Topic })
            .Select(g => new { g.Key.Year, g.Key.Month, g.Key.Topic, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return
        [
            .. counts.GroupBy(c => new DateOnly(c.Year, c.Month, 1))
                .OrderByDescending(m => m.Key)
                .Select(m => new ConsultationMonth(m.Key, m.Sum(c => c.Count), [.. m.OrderByDescending(c => c.Count).Select(c => (reference.Name(Topics, c.Topic), c.Count))])),
        ];
    }

    private List<Refusal> Check(RecordConsultation command)
    {
        var refusals = new List<Refusal>();
        void Require(string list, string code, string message, string field)
        {
            if (!reference.Knows(list, code))
            {
                refusals.Add(new Refusal(message, field));
            }
        }

        Require(Channels, command.Channel, "Pilih saluran.", nameof(command.Channel));
        Require(Topics, command.Topic, "Pilih topik.", nameof(command.Topic));
        Require(Results, command.Result, "Pilih hasil.", nameof(command.Result));
        return refusals;
    }
}
