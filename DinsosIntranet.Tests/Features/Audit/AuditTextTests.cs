using System.Globalization;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Tests.Features.Audit;

public sealed class AuditTextTests
{
    [Fact]
    public void ToJson_ChangedFields_HasStableOrder()
    {
        var one = new AuditText().Changed("b", 1, 2).Changed("a", "x", "y").Fact("nomor", "470/1").ToJson("sebab", "10.0.0.1");
        var two = new AuditText().Fact("nomor", "470/1").Changed("a", "x", "y").Changed("b", 1, 2).ToJson("sebab", "10.0.0.1");

        Assert.Equal("""{"old":{"a":"x","b":1},"new":{"a":"y","b":2},"facts":{"nomor":"470/1"},"reason":"sebab","origin":"10.0.0.1"}""", one);
        Assert.Equal(one, two);
    }

    [Fact]
    public void ToJson_EveryType_HasOneSpellingInAnyCulture()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("id-ID");
        try
        {
            var text = new AuditText()
                .Created("b", true)
                .Created("c", 1234567L)
                .Created("d", 12345.60m)
                .Created("e", new DateTime(2026, 7, 1, 2, 3, 4, 5, DateTimeKind.Utc))
                .Created("f", new DateOnly(2026, 7, 1))
                .Created("g", new TimeOnly(8, 30))
                .Created("h", StaffRole.PpidOfficer)
                .Created("i", Guid.Empty)
                .Created<string?>("j", null)
                .Created("k", "Ny. \"É\" <b> \n")
                .ToJson(null, null);

            Assert.Equal(
                """{"new":{"b":true,"c":1234567,"d":"12345.60","e":"2026-07-01T02:03:04.005Z","f":"2026-07-01","g":"08:30","h":"PpidOfficer","i":"00000000-0000-0000-0000-000000000000","j":null,"k":"Ny. \"É\" <b> \n"}}""",
                text);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Changed_EqualValues_IsNoChange()
    {
        var text = new AuditText().Changed("a", "x", "x").Changed<int?>("b", null, null);

        Assert.False(text.HasChanges);
        Assert.Equal("{}", text.ToJson(null, null));
    }

    [Fact]
    public void Changed_FromNothing_ShowsNull()
    {
        Assert.Equal("""{"old":{"a":null},"new":{"a":"x"}}""", new AuditText().Changed(field: "a", null, "x").ToJson(null, null));
    }

    [Fact]
    public void Removed_Value_StandsUnderOld()
    {
        Assert.Equal("""{"old":{"a":5}}""", new AuditText().Removed("a", 5).ToJson(null, null));
    }

    [Fact]
    public void ToJson_Context_GivesReasonAndOrigin()
    {
        var context = new ActionContext(Actor.System, DateTime.UnixEpoch, "10.0.0.9", "salah ketik");

        Assert.Equal("""{"reason":"salah ketik","origin":"10.0.0.9"}""", new AuditText().ToJson(context));
    }

    [Fact]
    public void Created_UnknownTypeOrLocalTime_Throws()
    {
        Assert.Throws<ArgumentException>(() => new AuditText().Created("a", new object()));
        Assert.Throws<ArgumentException>(() => new AuditText().Created("a", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local)));
    }
}
