using Bunit;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Audit.Pages;
using DinsosIntranet.Tests.Shared.Ui;

namespace DinsosIntranet.Tests.Features.Audit.Pages;

public sealed class AuditLineDetailTests : ComponentTest
{
    [Fact]
    public void Render_ChangeFactAndReason_AllReadable()
    {
        var text = new AuditText().Changed("letter-number", "1", "2").Fact("alasan-cetak", "hilang").ToJson("diminta pemohon", "10.0.0.7");

        var detail = Render<AuditLineDetail>(p => p.Add(d => d.Detail, AuditDetail.Read(text)).Add(d => d.Code, "surat.cetak"));

        Assert.Equal(["Letter number", "1", "2"], detail.FindAll("tbody tr > *").Select(e => e.TextContent));
        Assert.Equal(["Alasan cetak", "Alasan", "Dari alamat", "Kode"], detail.FindAll("dt").Select(e => e.TextContent));
        Assert.Equal(["hilang", "diminta pemohon", "10.0.0.7", "surat.cetak"], detail.FindAll("dd").Select(e => e.TextContent));
    }

    [Fact]
    public void Render_UnreadableText_ShownAsText()
    {
        var detail = Render<AuditLineDetail>(p => p.Add(d => d.Detail, AuditDetail.Read("<b>x</b>")).Add(d => d.Code, "x"));

        Assert.Equal("<b>x</b>", detail.Find("pre").TextContent);
    }
}
