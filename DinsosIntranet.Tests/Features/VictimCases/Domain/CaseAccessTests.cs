using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Tests.Features.VictimCases.Domain;

public sealed class CaseAccessTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc);

    private static readonly CaseFacts Outside = new("pppa", IsLocked: false, IsMember: false, IsLead: false, HasTeam: true, IsAtDesk: false, IsOverSocialWorkers: false, EmergencyUntil: null);

    public static TheoryData<StaffRole, string?, CaseSight> OutsideTheTeam { get; } = new()
    {
        { StaffRole.FrontOffice, null, CaseSight.Outline },
        { StaffRole.Secretariat, null, CaseSight.Outline },
        { StaffRole.HeadOfAgency, null, CaseSight.Content },
        { StaffRole.AgencySecretary, null, CaseSight.Outline },
        { StaffRole.HeadOfDivision, "pppa", CaseSight.Content },
        { StaffRole.HeadOfDivision, "rehsos", CaseSight.Outline },
        { StaffRole.DtksOperator, "linjamsos", CaseSight.Outline },
        { StaffRole.PpidOfficer, null, CaseSight.Outline },
        { StaffRole.SocialWorker, "pppa", CaseSight.Outline },
        { StaffRole.SocialWorker, "rehsos", CaseSight.Outline },
        { StaffRole.ComplaintOfficer, null, CaseSight.Outline },
        { StaffRole.Supervisor, null, CaseSight.Outline },
        { StaffRole.Administrator, null, CaseSight.None },
    };

    [Theory, MemberData(nameof(OutsideTheTeam))]
    public void Sight_OutsideTheTeam_ByRole(StaffRole role, string? unit, CaseSight expected) =>
        Assert.Equal(expected, CaseAccess.Sight(Somebody(role, unit), Outside, Now));

    [Theory, MemberData(nameof(OutsideTheTeam))]
    public void Sight_LockedOutsideTheTeam_NothingForAnybody(StaffRole role, string? unit, CaseSight _) =>
        Assert.Equal(CaseSight.None, CaseAccess.Sight(Somebody(role, unit), Outside with { IsLocked = true, IsAtDesk = true, HasTeam = false, EmergencyUntil = Now.AddMinutes(30) }, Now));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sight_Member_ContentLockedOrNot(bool isLocked) =>
        Assert.Equal(CaseSight.Content, CaseAccess.Sight(Somebody(StaffRole.SocialWorker, "pppa"), Outside with { IsMember = true, IsLocked = isLocked }, Now));

    [Fact]
    public void Sight_MemberWhoLostTheRole_OutlineOnly() =>
        Assert.Equal(CaseSight.Outline, CaseAccess.Sight(Somebody(StaffRole.FrontOffice, null), Outside with { IsMember = true }, Now));

    [Fact]
    public void Sight_NoTeamYet_OpensToTheDeskOnly()
    {
        var facts = Outside with { HasTeam = false };

        Assert.Equal(CaseSight.Content, CaseAccess.Sight(Somebody(StaffRole.SocialWorker, "pppa"), facts with { IsAtDesk = true }, Now));
        Assert.Equal(CaseSight.Outline, CaseAccess.Sight(Somebody(StaffRole.SocialWorker, "rehsos"), facts, Now));
        Assert.Equal(CaseSight.Outline, CaseAccess.Sight(Somebody(StaffRole.FrontOffice, null), facts with { IsAtDesk = true }, Now));
    }

    [Theory]
    [InlineData(1, CaseSight.Content)]
    [InlineData(0, CaseSight.Outline)]
    [InlineData(-1, CaseSight.Outline)]
    public void Sight_OwnEmergency_UntilItsLastMinute(int minutesLeft, CaseSight expected) =>
        Assert.Equal(expected, CaseAccess.Sight(Somebody(StaffRole.SocialWorker, "rehsos"), Outside with { EmergencyUntil = Now.AddMinutes(minutesLeft) }, Now));

    [Fact]
    public void MayBreakGlass_SocialWorkersAndTheirHeads_NobodyElse()
    {
        Assert.True(CaseAccess.MayBreakGlass(Somebody(StaffRole.SocialWorker, "rehsos"), Outside, Now));
        Assert.True(CaseAccess.MayBreakGlass(Somebody(StaffRole.HeadOfDivision, "rehsos"), Outside with { IsOverSocialWorkers = true }, Now));
        Assert.All(
            StaffRoles.All.Except([StaffRole.SocialWorker]),
            role => Assert.False(CaseAccess.MayBreakGlass(Somebody(role, role == StaffRole.HeadOfDivision ? "linjamsos" : null), Outside, Now)));
    }

    [Fact]
    public void MayBreakGlass_Locked_Never() =>
        Assert.False(CaseAccess.MayBreakGlass(Somebody(StaffRole.SocialWorker, "rehsos"), Outside with { IsLocked = true }, Now));

    [Fact]
    public void MayReview_WhoeverOpened_NotThemselves()
    {
        var lead = Somebody(StaffRole.SocialWorker, "pppa");
        var facts = Outside with { IsMember = true, IsLead = true };

        Assert.True(CaseAccess.MayReview(lead, facts, Guid.CreateVersion7()));
        Assert.False(CaseAccess.MayReview(lead, facts, lead.UserId));
        Assert.False(CaseAccess.MayReview(lead, facts with { IsLead = false }, Guid.CreateVersion7()));
    }

    private static Actor Somebody(StaffRole role, string? unit) => new(Guid.CreateVersion7(), "Nama", "Jabatan", [new RoleInUnit(role, unit)]);
}
