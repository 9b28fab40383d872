using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>How to bring the secret into the phone: as a QR code, and as text where there is no camera.</summary>
public sealed partial class EnrolmentView
{
    private QrPath _qr = new(1, "");
    private TwoStepEnrolment? _drawn;

    [Parameter, EditorRequired]
    public required TwoStepEnrolment Enrolment { get; set; }

    protected override void OnParametersSet()
    {
        if (_drawn != Enrolment)
        {
            _drawn = Enrolment;
            _qr = QrPath.Of(Enrolment.Address);
        }
    }
}
