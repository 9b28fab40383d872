using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>An answer in words: what is true, and what to do now.</summary>
public sealed record VerificationText(string Heading, string Sentence, string Style, VerifiedLetter? Letter)
{
    private const string Good = "ok";
    private const string Careful = "ingat";
    private const string Bad = "tolak";

    public static VerificationText Of(VerificationAnswer answer)
    {
        var (heading, sentence, style) = answer.Verdict switch
        {
            VerificationVerdict.Genuine => ("Asli", "Surat ini diterbitkan dinas kami. Cocokkan rincian di bawah dengan surat yang Anda pegang.", Good),
            VerificationVerdict.Altered => ("Berubah sejak ditandatangani", "Isinya tidak lagi seperti saat diterbitkan. Jangan dipakai; minta surat aslinya kepada pemegang, atau tanyakan ke loket kami.", Bad),
            VerificationVerdict.Revoked => ("Dicabut", $"Surat ini pernah terbit, tetapi sudah dicabut{(answer.RevokedOn is { } revoked ? " pada " + IndonesianDates.Letter(revoked) : "")} dan tidak berlaku lagi. Jangan dipakai; tanyakan ke loket kami.", Bad),
            VerificationVerdict.Expired => ("Kedaluwarsa", $"Surat ini asli, tetapi masa berlakunya berakhir {Until(answer)}. Minta pemegang mengurus surat yang baru.", Careful),
            VerificationVerdict.Voided => ("Dibatalkan", "Nomor surat ini dibatalkan dan suratnya tidak pernah terbit. Jangan dipakai; tanyakan ke loket kami.", Bad),
            VerificationVerdict.NotIssued => ("Belum terbit", "Surat ini sudah bernomor, tetapi tanda tangannya belum tercatat. Periksa lagi nanti, atau tanyakan ke loket kami.", Careful),
            VerificationVerdict.OtherFile => ("Kodenya asli, berkasnya bukan yang kami terbitkan", "Kode di dalamnya milik surat di bawah ini, yang masih berlaku. Berkas ini sendiri tidak sama dengan yang kami terbitkan, misalnya hasil pindai atau disimpan ulang. Cocokkan isinya baris demi baris, atau minta berkas aslinya.", Careful),
            VerificationVerdict.RequestNumber => ("Ini nomor permohonan", "Bukan nomor surat. Tanyakan kemajuan permohonan di loket dengan menyebut nomor ini.", Careful),
            _ => ("Tidak dikenal", "Kami tidak mengenal kode atau berkas ini. Periksa ketikannya. Bila berkas ini hasil foto atau pindaian Anda sendiri, periksa lewat kode di kaki surat. Bila tetap tidak dikenal, tanyakan ke loket kami.", Bad),
        };
        return new VerificationText(heading, sentence, style, answer.Letter);
    }

    private static string Until(VerificationAnswer answer) => answer.Letter?.ValidUntil is { } until ? IndonesianDates.Letter(until) : "";
}
