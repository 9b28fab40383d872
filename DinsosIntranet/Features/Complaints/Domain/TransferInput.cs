using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Complaints.Domain;

/// <summary>To whom a complaint is given, and why, as it is filled in.</summary>
public sealed record TransferInput
{
    public string GroundCode { get; set; } = "";

    public string Body { get; set; } = "";

    public string Place { get; set; } = "";

    public string Reason { get; set; } = "";
}

public static class TransferRules
{
    public static IReadOnlyList<Refusal> Check(TransferInput input, bool isToSuperior, IReadOnlyList<NotOursGround> grounds)
    {
        var refusals = new List<Refusal>();
        if (!isToSuperior)
        {
            ComplaintRules.Require(refusals, grounds.All(g => g.Code != input.GroundCode), "Pilih mengapa bukan kewenangan dinas.", nameof(input.GroundCode));
            ComplaintRules.RequireText(refusals, input.Body, "Isi kepada siapa pengaduan diteruskan.", nameof(input.Body), ComplaintTransfer.BodyMaxLength);
            ComplaintRules.RequireText(refusals, input.Place, "Isi tempat instansi itu.", nameof(input.Place), ComplaintTransfer.PlaceMaxLength);
        }

        ComplaintRules.RequireText(refusals, input.Reason, "Tulis alasannya; penerima membacanya di surat.", nameof(input.Reason), ComplaintTransfer.ReasonMaxLength);
        return refusals;
    }
}
