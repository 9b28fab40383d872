using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Features.Objections.Pages;

/// <summary>What a superior outside the agency decided, copied from the answer signed there, with its scan.</summary>
public sealed partial class OutsideAnswer
{
    protected override FormErrors Errors { get; } = new("luar");

    protected override string DraftName => "luar";

    protected override void Begin(OutsideAnswerInput input)
    {
        if (View.Superior is { Place: SuperiorPlace.Outside } superior)
        {
            (input.SuperiorName, input.SuperiorTitle) = (superior.Name, superior.Title);
        }
    }

    private Task RecordAsync() => RunAsync(act => Service.RecordOutsideAsync(View.Objection.Id, Input, act), "Tanggapan dicatat. Sampaikan kepada pemohon.");
}
