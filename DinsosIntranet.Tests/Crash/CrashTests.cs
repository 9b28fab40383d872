using System.Diagnostics;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Crash;

/// <summary>The program is killed (SIGKILL) while two counters write: what was acknowledged is there, and nothing is half there.</summary>
public sealed class CrashTests
{
    private const int Rounds = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task KilledWhileWriting_NextStart_AcknowledgedKeptAndNothingHalfWritten()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var acknowledged = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 1; round <= Rounds; round++)
        {
            // Not the same point each time: the kill falls into another moment of a write.
            acknowledged.UnionWith(await WriteUntilKilledAsync(agency.DataFolder, 15 + (round * 7)));
            await CheckAsync(agency, acknowledged);
        }

        var next = await agency.Data.RegisterAsync();
        Assert.True((await agency.Get<DeskService>().ClaimAsync(next.Id, await agency.ActAsync("dedi"))).IsOk);
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    private static async Task CheckAsync(TestAgency agency, IReadOnlySet<string> acknowledged)
    {
        Assert.Equal("ok", await agency.SqliteCheckAsync());
        var check = await agency.CheckTrailAsync();
        Assert.True(check.IsIntact, check.Problem);
        await using var db = agency.OpenDb();
        var requests = await db.ServiceRequests.AsNoTracking().ToDictionaryAsync(r => r.Id, r => r.Number);
        var items = await db.WorkItems.AsNoTracking().ToDictionaryAsync(w => w.Id, w => w.HolderId);
        var history = (await db.HistoryEntries.AsNoTracking().Select(h => h.WorkItemId).ToListAsync()).ToLookup(id => id);
        var registered = acknowledged.Where(l => l.StartsWith("terdaftar ", StringComparison.Ordinal)).Select(IdOf).ToList();
        var claimed = acknowledged.Where(l => l.StartsWith("diambil ", StringComparison.Ordinal)).Select(IdOf).ToList();

        Assert.NotEmpty(claimed);
        Assert.All(registered, id => Assert.Contains(id, requests));
        Assert.All(claimed, id => Assert.NotNull(items[id]));
        Assert.All(requests.Keys, id => Assert.True(items.ContainsKey(id) && history.Contains(id), $"Request {id} is only half there."));
        Assert.Equal(requests.Count, requests.Values.Distinct(StringComparer.Ordinal).Count());
        var last = requests.Values.Select(n => int.Parse(n[(n.LastIndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture)).Max();
        Assert.Equal(requests.Count, last);
        await CheckFilesAsync(agency, registered);
    }

    /// <summary>Every scan of an acknowledged request can be opened and is whole.</summary>
    private static async Task CheckFilesAsync(TestAgency agency, List<Guid> requestIds)
    {
        var attachments = agency.Get<AttachmentService>();
        var act = await agency.ActAsync("nani");
        await using var db = agency.OpenDb();
        var scans = await db.Attachments.AsNoTracking().Where(a => requestIds.Contains(a.OwnerId)).Select(a => a.Id).ToListAsync();
        Assert.Equal(requestIds.Count, scans.Count);
        foreach (var scan in scans)
        {
            await using var content = (await attachments.OpenAsync(scan, act)).Value.Content;
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy);
            Assert.Equal(Tests.Shared.Files.SampleFiles.Pdf(), copy.ToArray());
        }
    }

    private static Guid IdOf(string line) => Guid.Parse(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

    private static async Task<IReadOnlyList<string>> WriteUntilKilledAsync(string dataFolder, int lines)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[typeof(Program).Assembly.Location, CrashWriter.Verb, dataFolder])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("The writing process did not start.");
        using var patience = new CancellationTokenSource(Patience);
        var seen = new List<string>();
        while (seen.Count < lines)
        {
            seen.Add(await process.StandardOutput.ReadLineAsync(patience.Token)
                ?? throw new InvalidOperationException("The writing process ended by itself: " + await process.StandardError.ReadToEndAsync(patience.Token)));
        }

        process.Kill();
        await process.WaitForExitAsync(patience.Token);

        // What it said before it died counts too; a line cut off in the middle was never said.
        var rest = await process.StandardOutput.ReadToEndAsync(patience.Token);
        seen.AddRange(rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return seen;
    }
}
