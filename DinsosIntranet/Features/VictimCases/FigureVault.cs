using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Keys;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>Encrypts and opens what a case counts as; see <see cref="CaseFigure"/> for the key it lies under.</summary>
public sealed class FigureVault(FieldCipher cipher)
{
    /// <summary>The row of a new case: nothing is counted until somebody consented.</summary>
    public static CaseFigure Begin(VictimCase victimCase, AgencySnapshot agency) =>
        new() { Id = victimCase.Id, Month = MonthOf(victimCase, agency), Version = Guid.CreateVersion7() };

    public static DateOnly MonthOf(VictimCase victimCase, AgencySnapshot agency)
    {
        var day = agency.DateOf(victimCase.ReportedAt);
        return new DateOnly(day.Year, day.Month, 1);
    }

    /// <summary>Puts the codes into the row, or takes them out where there are none any more. Equal codes stay as they are encrypted.</summary>
    public void Set(CaseFigure row, CodedCase? coded)
    {
        var json = coded?.ToJson();
        if (json != (row.Payload is null ? null : cipher.Decrypt(row.Payload, Place(row.Id))))
        {
            row.Payload = json is null ? null : cipher.Encrypt(json, Place(row.Id));
        }
    }

    public CodedCase? Read(Guid id, string? payload) => payload is null ? null : CodedCase.FromJson(cipher.Decrypt(payload, Place(id)));

    private static string Place(Guid id) => $"CaseFigures|Payload|{id}";
}
