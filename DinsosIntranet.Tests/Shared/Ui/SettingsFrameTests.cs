using Bunit;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Shared.Ui;

public sealed class SettingsFrameTests : ComponentTest
{
    private static readonly SettingsSection[] Sections =
    [
        SettingsSection.ForAdministrator(SettingsSection.Services, 1, "Standar layanan", "Versi standar", "/pengaturan/standar"),
        SettingsSection.ForAdministrator(SettingsSection.People, 2, "Pejabat", "Jabatan", "/pengaturan/pejabat"),
        SettingsSection.ForAdministrator(SettingsSection.People, 1, "Pegawai", "Akun", "/pengaturan/pegawai"),
        new(SettingsSection.Agency, 1, "Kalender", "Hari libur", "/pengaturan/kalender", [StaffRole.Secretariat]),
    ];

    [Fact]
    public void For_Administrator_OwnSectionsByGroupAndOrder() =>
        Assert.Equal(
            [(SettingsSection.People, "Pegawai, Pejabat"), (SettingsSection.Services, "Standar layanan")],
            SettingsSection.For(Sections, Holder(StaffRole.Administrator)).Select(g => (g.Key, string.Join(", ", g.Select(s => s.Text)))));

    [Theory]
    [InlineData("/pengaturan/pegawai", true)]
    [InlineData("/pengaturan/pegawai/baru", true)]
    [InlineData("/pengaturan/pegawailama", false)]
    public void Covers_Path_MatchesWholeSegments(string path, bool expected) =>
        Assert.Equal(expected, Sections[2].Covers(path));

    [Fact]
    public void SettingsFrame_OnASection_MarksItInTheIndex()
    {
        foreach (var section in Sections)
        {
            Services.AddSingleton(section);
        }

        Services.GetRequiredService<NavigationManager>().NavigateTo("/pengaturan/pegawai/baru");

        var frame = Render<SettingsFrame>(p => p.AddChildContent("<p>Isian</p>").AddCascadingValue(Holder(StaffRole.Administrator)));

        Assert.Equal("Pegawai", frame.Find("a[aria-current=page]").TextContent);
        Assert.Equal(["/pengaturan/pegawai", "/pengaturan/pejabat", "/pengaturan/standar"], frame.FindAll("nav a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Isian", frame.Find(".isi p").TextContent);
    }

    private static Actor Holder(StaffRole role) => new(Guid.CreateVersion7(), "Rudi Hartono", role.Title(), [new RoleInUnit(role, null)]);
}
