using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Features.PublicInformation.Domain;

namespace DinsosIntranet.Tests.Features.Objections.Domain;

/// <summary>Which grounds of pasal 35 fit what became of a request, and since which day.</summary>
public sealed class ObjectionGroundsTests
{
    private static readonly DateOnly Notice = new(2026, 11, 10);
    private static readonly DateOnly Limit = new(2026, 11, 16);
    private static readonly DateOnly ReadyBy = new(2026, 11, 12);
    private static readonly DateOnly Today = new(2026, 11, 23);

    public static TheoryData<AnsweredSoFar, string> Fitting => new()
    {
        { new(null, null, Today, null, null), "" },
        { new(null, null, Limit, null, null), "bcg" },
        { new(InformationDecision.Excluded, Notice, Limit, null, null), "ab" },
        { new(InformationDecision.GrantedInPart, Notice, Limit, ReadyBy, ReadyBy), "abdf" },
        { new(InformationDecision.Granted, Notice, Limit, ReadyBy, ReadyBy), "df" },
        { new(InformationDecision.Granted, Notice, Limit, ReadyBy, null), "bdefg" },
        { new(InformationDecision.Granted, Notice, Limit, Today, null), "df" },
        { new(InformationDecision.Granted, Notice, Limit, ReadyBy, Today), "dfg" },
        { new(InformationDecision.Granted, Limit.AddDays(1), Limit, Today, Today), "dfg" },
        { new(InformationDecision.NotHeld, Notice, Limit, null, null), "bd" },
    };

    [Theory, MemberData(nameof(Fitting))]
    public void Fit_EachState_AdmitsItsLettersAndSaysWhyNotOfTheOthers(AnsweredSoFar request, string letters)
    {
        var fits = ObjectionGrounds.Fit(request, Today);

        Assert.Equal(letters, string.Concat(fits.Where(f => f.ArisesOn is not null).Select(f => f.Code)));
        Assert.All(fits, f => Assert.Equal(f.ArisesOn is null, f.WhyNot is not null));
        Assert.All(fits, f => Assert.True(f.ArisesOn is null || f.ArisesOn <= Today));
    }

    [Fact]
    public void Fit_Unanswered_ArisesOnTheDayAfterTheLimit()
    {
        var fits = ObjectionGrounds.Fit(new AnsweredSoFar(null, null, Limit, null, null), Today);

        Assert.Equal(Limit.AddDays(1), fits.Single(f => f.Code == ObjectionGrounds.Unanswered).ArisesOn);
        Assert.Equal(Limit.AddDays(1), fits.Single(f => f.Code == ObjectionGrounds.TooLate).ArisesOn);
    }

    [Fact]
    public void Fit_OnTheLastDayOfTheLimit_NothingIsLateYet() =>
        Assert.DoesNotContain(ObjectionGrounds.Fit(new AnsweredSoFar(null, null, Limit, null, null), Limit), f => f.ArisesOn is not null);
}
