using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Calendar;

namespace DinsosIntranet.Features.Objections.Domain;

/// <summary>
/// What became of a request, as far as objections rest on it. Days are the agency's. <paramref name="NoticeOn"/>: the written
/// notice or the refusal reached the applicant. <paramref name="LimitOn"/>: last day of the limit of the law.
/// <paramref name="ReadyBy"/>: until when what was granted should have been ready. <paramref name="GivenOn"/>: handed over.
/// </summary>
public sealed record AnsweredSoFar(InformationDecision? Answer, DateOnly? NoticeOn, DateOnly? LimitOn, DateOnly? ReadyBy, DateOnly? GivenOn);

/// <summary>Whether one ground holds for a request: since which day, or why it does not.</summary>
public sealed record GroundFit(string Code, DateOnly? ArisesOn, string? WhyNot);

/// <summary>
/// Which grounds of pasal 35 ayat 1 fit what became of the request, and since which day: the thirty working days within
/// which an objection is lodged count from there (pasal 36 ayat 1).
/// </summary>
public static class ObjectionGrounds
{
    /// <summary>Letters of pasal 35 ayat 1.</summary>
    public const string Excluded = "a";
    public const string NotPublished = "b";
    public const string Unanswered = "c";
    public const string Otherwise = "d";
    public const string Unfulfilled = "e";
    public const string Fee = "f";
    public const string TooLate = "g";

    private const string NotAnswered = "Permohonan ini belum dijawab.";
    private const string StillInTime = "Batas waktu jawaban belum lewat.";

    public static IReadOnlyList<GroundFit> Fit(AnsweredSoFar request, DateOnly day) =>
    [
        Of(Excluded, request.Answer is InformationDecision.Excluded or InformationDecision.GrantedInPart ? request.NoticeOn : null, request.NoticeOn is null ? NotAnswered : "Tidak ada bagian yang ditolak karena dikecualikan."),
        Of(NotPublished, Missing(request, day), request.NoticeOn is null ? StillInTime : "Informasinya diberikan seluruhnya."),
        Of(Unanswered, request.NoticeOn is null ? Passed(request.LimitOn, day) : null, request.NoticeOn is null ? StillInTime : "Permohonan ini sudah dijawab."),
        Of(Otherwise, request.Answer is InformationDecision.Granted or InformationDecision.GrantedInPart or InformationDecision.NotHeld ? request.GivenOn ?? request.NoticeOn : null, request.NoticeOn is null ? NotAnswered : "Permohonan ini ditolak: pilih huruf a."),
        Of(Unfulfilled, Ungiven(request, day), WhyFulfilled(request)),
        Of(Fee, IsGranted(request) ? request.NoticeOn : null, request.NoticeOn is null ? NotAnswered : "Tidak ada informasi yang diberikan, jadi tidak ada biayanya."),
        Of(TooLate, Late(request, day), request.NoticeOn is null ? StillInTime : "Jawaban dan informasinya diberikan tepat waktu."),
    ];

    /// <summary>The last day on which an objection of this ground may be lodged.</summary>
    public static DateOnly LodgeBy(DateOnly arises, int workingDays, WorkCalendar calendar) => calendar.AddWorkingDays(arises, workingDays);

    private static GroundFit Of(string code, DateOnly? arises, string whyNot) => new(code, arises, arises is null ? whyNot : null);

    private static bool IsGranted(AnsweredSoFar request) => request.NoticeOn is not null && request.Answer is InformationDecision.Granted or InformationDecision.GrantedInPart;

    /// <summary>The day after a limit, once it has come.</summary>
    private static DateOnly? Passed(DateOnly? limit, DateOnly day) => limit is { } last && day > last ? last.AddDays(1) : null;

    private static DateOnly? Missing(AnsweredSoFar request, DateOnly day) =>
        request.NoticeOn is null ? Passed(request.LimitOn, day)
        : request.Answer == InformationDecision.Granted && request.GivenOn is not null ? null
        : request.Answer == InformationDecision.Granted ? Passed(request.ReadyBy, day)
        : request.NoticeOn;

    private static DateOnly? Ungiven(AnsweredSoFar request, DateOnly day) =>
        IsGranted(request) && request.GivenOn is null ? Passed(request.ReadyBy, day) : null;

    private static string WhyFulfilled(AnsweredSoFar request) =>
        request.NoticeOn is null ? NotAnswered
        : !IsGranted(request) ? "Permohonan ini tidak dikabulkan, jadi tidak ada yang harus dipenuhi."
        : request.GivenOn is not null ? "Informasinya sudah diserahkan."
        : "Waktu penyediaannya belum lewat.";

    private static DateOnly? Late(AnsweredSoFar request, DateOnly day)
    {
        if (request.NoticeOn is not { } notice)
        {
            return Passed(request.LimitOn, day);
        }

        return notice > request.LimitOn ? notice
            : request.GivenOn > request.ReadyBy ? request.GivenOn
            : request.GivenOn is null && IsGranted(request) ? Passed(request.ReadyBy, day)
            : null;
    }
}
