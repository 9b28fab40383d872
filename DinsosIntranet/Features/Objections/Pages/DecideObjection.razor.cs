using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Features.Objections.Pages;

/// <summary>The head of the agency decides; decided anew, the form begins with what was decided before.</summary>
public sealed partial class DecideObjection
{
    protected override FormErrors Errors { get; } = new("putusan");

    protected override string DraftName => "putusan";

    protected override void Begin(ObjectionVerdict input)
    {
        if (View.Objection.Decision is { } decision)
        {
            (input.Decision, input.Reason, input.ProvideDays) = (decision, View.Objection.DecisionReason ?? "", View.Objection.ProvideDays ?? input.ProvideDays);
        }
    }

    private Task DecideAsync() => RunAsync(act => Service.DecideAsync(View.Objection.Id, Input, act), "Keberatan diputus. Periksa konsep tanggapan, lalu tanda tangani.");
}
