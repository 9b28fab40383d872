using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Complaints.Domain;

/// <summary>A written answer that was given, as it is recorded.</summary>
public sealed record AnswerInput
{
    public string Text { get; set; } = "";

    public string Way { get; set; } = "";

    /// <summary>Number of the letter, where the answer was one.</summary>
    public string Reference { get; set; } = "";

    public Reaction? Reaction { get; set; }

    public string ReactionNote { get; set; } = "";
}

public static class AnswerRules
{
    public static IReadOnlyList<Refusal> Check(AnswerInput input, IReadOnlyList<AnswerWay> ways)
    {
        var refusals = new List<Refusal>();
        ComplaintRules.RequireText(refusals, input.Text, "Tulis isi jawabannya.", nameof(input.Text), ComplaintAnswer.TextMaxLength);
        ComplaintRules.Require(refusals, ways.All(w => w.Code != input.Way), "Pilih cara jawaban disampaikan.", nameof(input.Way));
        ComplaintRules.Limit(refusals, input.Reference, nameof(input.Reference), ComplaintAnswer.ReferenceMaxLength);
        ComplaintRules.Require(refusals, input.Reaction is null, "Pilih tanggapan pengadu.", nameof(input.Reaction));
        ComplaintRules.Limit(refusals, input.ReactionNote, nameof(input.ReactionNote), ComplaintAnswer.NoteMaxLength);
        return refusals;
    }
}
