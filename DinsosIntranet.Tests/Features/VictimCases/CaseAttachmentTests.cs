using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.VictimCases;

public sealed class CaseAttachmentTests
{
    [Fact]
    public async Task Add_ThenRead_SameFileAndRecordedFirst()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();
        var attachment = await agency.Data.AttachmentAsync(registered.Id, "../visum Melati Kenanga Putri.png");

        var reading = (await agency.Data.Cases.OpenAttachmentAsync(registered.Id, attachment, "menangani", await agency.ActAsync("sari"))).Value;
        var file = (await agency.Get<CaseFileReader>().FetchAsync(reading, await agency.ActorAsync("sari")))!;

        await using (file.Content)
        {
            Assert.Equal(0x89, file.Content.ReadByte());
        }

        Assert.Equal(("image/png", $"lampiran-{registered.Number}.png"), (file.ContentType, file.FileName));
        await using var db = agency.OpenDb();
        Assert.Contains(await db.CaseSightings.ToListAsync(), s => s.Kind == SightingKind.Attachment && s.Reason == "menangani");
        Assert.All(await agency.TrailAsync(), r => Assert.DoesNotContain("Melati", r.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("", (await db.StoredFiles.SingleAsync()).WrappedKey);
    }

    [Fact]
    public async Task Read_KeyOfTheCaseDestroyed_NothingOpensIt()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();
        var attachment = await agency.Data.AttachmentAsync(registered.Id);
        var reading = (await agency.Data.Cases.OpenAttachmentAsync(registered.Id, attachment, "menangani", await agency.ActAsync("sari"))).Value;
        await using var db = agency.OpenDb();
        await db.VictimCases.ExecuteUpdateAsync(c => c.SetProperty(x => x.WrappedKey, (string?)null));

        Assert.Null(await agency.Get<CaseFileReader>().FetchAsync(reading, await agency.ActorAsync("sari")));
    }

    [Fact]
    public async Task Read_ByAnotherOrTooLateOrLetGo_NotHandedOut()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();
        await agency.Data.Cases.AddMemberAsync(registered.Id, agency.UserId("gilang"), await agency.ActAsync("sari"));
        await agency.Data.OpenCaseAsync(registered.Id, "gilang");
        var attachment = await agency.Data.AttachmentAsync(registered.Id);
        async Task<Guid> ReadAsync(string by) => (await agency.Data.Cases.OpenAttachmentAsync(registered.Id, attachment, "menangani", await agency.ActAsync(by))).Value;
        async Task<CaseFile?> FetchAsync(Guid id, string by) => await agency.Get<CaseFileReader>().FetchAsync(id, await agency.ActorAsync(by));
        var gilangs = await ReadAsync("gilang");

        Assert.Null(await FetchAsync(gilangs, "sari"));
        await agency.Data.Cases.RemoveMemberAsync(registered.Id, agency.UserId("gilang"), await agency.ActAsync("sari"));
        Assert.Null(await FetchAsync(gilangs, "gilang"));
        var saris = await ReadAsync("sari");
        agency.Time.Advance(TimeSpan.FromMinutes(CaseFormWriter.FetchMinutes));
        Assert.Null(await FetchAsync(saris, "sari"));
    }

    [Fact]
    public async Task Add_ProgramDressedAsPicture_RefusedAndNothingKept()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();
        using var content = new MemoryStream("MZ not a picture"u8.ToArray());

        var outcome = await agency.Data.Cases.AddAttachmentAsync(new AddCaseFile(registered.Id, "visum", "foto.png", content), await agency.ActAsync("sari"));

        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
        await using var db = agency.OpenDb();
        Assert.Empty(await db.StoredFiles.ToListAsync());
    }

    [Fact]
    public async Task Add_NoKindChosen_RefusedAndTheFileIsGone()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();
        using var content = new MemoryStream(SampleFiles.Png());

        var outcome = await agency.Data.Cases.AddAttachmentAsync(new AddCaseFile(registered.Id, "", "foto.png", content), await agency.ActAsync("sari"));

        Assert.Equal("Kind", outcome.Refusals.Single().Field);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(agency.DataFolder, "berkas"), "*", SearchOption.AllDirectories));
    }
}
