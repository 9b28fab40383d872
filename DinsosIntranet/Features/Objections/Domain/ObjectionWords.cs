namespace DinsosIntranet.Features.Objections.Domain;

/// <summary>The words for decisions, states and responses on screens, papers and in addresses.</summary>
public static class ObjectionWords
{
    public static IReadOnlyList<(ObjectionDecision Value, string Code, string Name)> Decisions { get; } =
    [
        (ObjectionDecision.Accepted, "diterima", "Diterima seluruhnya"),
        (ObjectionDecision.AcceptedInPart, "sebagian", "Diterima sebagian"),
        (ObjectionDecision.Rejected, "ditolak", "Ditolak"),
    ];

    public static IReadOnlyList<(ObjectionState Value, string Code, string Name)> States { get; } =
    [
        (ObjectionState.Waiting, "menunggu", "Menunggu putusan"),
        (ObjectionState.Decided, "diputus", "Diputus, belum disampaikan"),
        (ObjectionState.Answered, "dijawab", "Dijawab"),
        (ObjectionState.Withdrawn, "ditarik", "Ditarik pemohon"),
    ];

    public static IReadOnlyList<(ObjectionResponse Value, string Name)> Responses { get; } =
    [
        (ObjectionResponse.Satisfied, "Menerima tanggapan"),
        (ObjectionResponse.GoesToCommission, "Tidak puas, ke Komisi Informasi"),
    ];

    public static string Name(this ObjectionDecision decision) => Decisions.First(d => d.Value == decision).Name;

    public static string Name(this ObjectionState state) => States.First(s => s.Value == state).Name;

    public static string Name(this ObjectionResponse response) => Responses.First(r => r.Value == response).Name;
}
