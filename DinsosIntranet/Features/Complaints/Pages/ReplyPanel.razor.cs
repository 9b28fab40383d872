using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Letters.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>The answer to the complainant: prepared, signed where it is a letter, and recorded as given.</summary>
public sealed partial class ReplyPanel
{
    private readonly ReplyInput _input = new();
    private readonly ConveyInput _convey = new();
    private string? _copied;

    [Inject]
    public required IJSRuntime Js { get; init; }

    /// <summary>The answer on its way; null while there is none, or it was taken or sent back.</summary>
    private ReplyView? Prepared => Investigation?.Reply is { WayCode.Length: > 0 } reply && (!Way(reply).IsByLetter || reply.Letter is not null) ? reply : null;

    private bool MayConvey => Prepared is { } reply && (!Way(reply).IsByLetter || reply.Letter is { Status: LetterStatus.Issued });

    protected override Task BeginAsync(ComplaintView view)
    {
        _input.Way = view.Complaint.AnswerWayCode;
        _input.Text = Investigation?.Reply?.Text ?? "";
        _convey.On = Investigation?.Today;
        return Task.CompletedTask;
    }

    private AnswerWay Way(ReplyView reply) => Reference.Ways.First(w => w.Code == reply.WayCode);

    /// <summary>Ready to be copied where others read it: the number, never a name.</summary>
    private string CopyText(ReplyView reply) => $"Tanggapan atas pengaduan {Context.Number}{(View!.Complaint.Ticket is { } ticket ? $" (tiket {ticket})" : "")}:\n{reply.Text}";

    private static string ProofHelp(string way) => way switch
    {
        "langsung" => "Siapa yang menerima di kantor.",
        "surat" => "Nomor resi pos atau nama kurir.",
        "surel" => "Alamat yang dikirimi.",
        "telepon" => "Siapa yang diajak bicara dan pukul berapa.",
        "lapor" => "Nomor tiket dan waktu ditempel di SP4N-LAPOR!.",
        _ => "Bagaimana jawaban sampai kepada pengadu.",
    };

    private async Task CopyAsync()
    {
        try
        {
            await Js.InvokeVoidAsync("navigator.clipboard.writeText", CopyText(Prepared!));
            _copied = "Teks disalin.";
        }
        catch (JSException)
        {
            // Browsers allow this over a secure line only.
            _copied = "Pilih teksnya, lalu tekan Ctrl+C.";
        }
    }

    private Task<bool> PrepareAsync() => RunAsync(act => Service.PrepareReplyAsync(Context.RequestId, _input, act), "Jawaban disiapkan.");

    private Task<bool> RecallAsync() => RunAsync(act => Service.RecallReplyAsync(Context.RequestId, act), "Jawaban ditarik kembali.");

    private Task<bool> ConveyAsync() => RunAsync(act => Service.ConveyReplyAsync(Context.RequestId, _convey, act), "Jawaban tercatat disampaikan. Tanggapan pengadu ditunggu.");
}
