using DinsosIntranet.Features.Complaints.Domain;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>How the complainant took the answer, and what becomes of the complaint.</summary>
public sealed partial class RespondPanel
{
    private readonly ResponseInput _input = new();

    private Task<bool> SaveAsync() => RunAsync(
        act => Service.RespondAsync(Context.RequestId, _input, act),
        _input is { Reaction: Reaction.Unsatisfied, AnswerAgain: true } ? "Tanggapan dicatat. Siapkan jawaban sekali lagi." : "Tanggapan dicatat. Pengaduan ditutup.");
}
