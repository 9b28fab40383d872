using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Complaints.Domain;

/// <summary>What a review must say before the complaint goes on.</summary>
public static class ReviewRules
{
    /// <summary>The action of the step at which a team is formed; versions before teams have none.</summary>
    public const string TeamAction = "complaint.form-team";

    /// <summary>Why a reviewed complaint cannot go this way; null where it can.</summary>
    public static string? WhyNot(ReviewWay way, bool isAboutHead) => (way, isAboutHead) switch
    {
        (ReviewWay.HandUp, false) => "Hanya pengaduan tentang Kepala Dinas yang diserahkan ke atasannya.",
        (not ReviewWay.HandUp, true) => "Pengaduan tentang Kepala Dinas hanya dapat diserahkan ke atasannya.",
        _ => null,
    };

    /// <summary>Whether the version a complaint keeps knows teams.</summary>
    public static bool KnowsTeams(ServiceStandard standard) => standard.Steps.Any(s => s.Action == TeamAction);

    public static IReadOnlyList<Refusal> Check(ReviewInput input, Complaint complaint, ServiceStandard standard, IReadOnlyCollection<Guid> accused, IReadOnlyList<ComplaintClass> classes)
    {
        var refusals = new List<Refusal>();
        var needsClass = input.Way is ReviewWay.Agenda or ReviewWay.HandUp or ReviewWay.Team && complaint.ClassCode is null;
        ComplaintRules.Require(refusals, input.ClassCode.Length == 0 ? needsClass : ComplaintWords.LimitOf(standard, input.ClassCode) is null, "Pilih golongan pengaduan.", nameof(input.ClassCode));
        ComplaintRules.Limit(refusals, input.Note, nameof(input.Note), Complaint.NoteMaxLength);
        if (input.Way is not { } way)
        {
            refusals.Add(new Refusal("Pilih jalan penanganannya.", nameof(input.Way)));
            return refusals;
        }

        if (WhyNot(way, complaint.IsAboutHead) is { } whyNot)
        {
            refusals.Add(new Refusal(whyNot, nameof(input.Way)));
        }

        if (way == ReviewWay.Team)
        {
            var code = input.ClassCode.Length > 0 ? input.ClassCode : complaint.ClassCode;
            ComplaintRules.Require(refusals, !KnowsTeams(standard), "Prosedur pengaduan ini belum mengenal tim.", nameof(input.Way));
            ComplaintRules.Require(refusals, code is not null && !classes.Any(c => c.Code == code && c.IsHeavy), "Tim dibentuk untuk golongan yang perlu diperiksa. Pilih golongan berkadar pengawasan, atau teruskan ke sekretariat.", nameof(input.Way));
        }

        if (way == ReviewWay.AnsweredAtOnce)
        {
            refusals.AddRange(ComplaintRules.Check(input.Answer, accused).Select(r => r with { Field = "Answer" + r.Field }));
        }

        return refusals;
    }

    public static IReadOnlyList<Refusal> Check(ClassInput input, Complaint complaint, ServiceStandard standard)
    {
        var refusals = new List<Refusal>();
        ComplaintRules.Require(refusals, ComplaintWords.LimitOf(standard, input.ClassCode) is null, "Pilih golongan pengaduan.", nameof(input.ClassCode));
        ComplaintRules.Require(refusals, complaint.ClassCode == input.ClassCode, "Pengaduan ini sudah di golongan itu.", nameof(input.ClassCode));
        ComplaintRules.Require(refusals, complaint.ClassCode is not null && string.IsNullOrWhiteSpace(input.Reason), "Tulis alasan golongannya diubah.", nameof(input.Reason));
        ComplaintRules.Limit(refusals, input.Reason, nameof(input.Reason), Complaint.NoteMaxLength);
        return refusals;
    }
}
