// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/protocols/aescbc.h"
#include "networks/protocols/digests.h"

#include <QTest>

using namespace Matchbook;

class tst_Digests : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// From RFC 1321, FIPS 180-4 and the like: the digests of `abc`.
    void digestsAreTheStandards_data()
    {
        QTest::addColumn<int>("digest");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("hex");
        const auto row = [](const char *name, Digest digest, const char *text, const char *hex) {
            QTest::newRow(name) << int(digest) << QByteArray(text) << QByteArray(hex);
        };
        row("MD5", Digest::Md5, "abc", "900150983cd24fb0d6963f7d28e17f72");
        row("SHA-1", Digest::Sha1, "abc", "a9993e364706816aba3e25717850c26c9cd0d89d");
        row("SHA-1 of nothing", Digest::Sha1, "", "da39a3ee5e6b4b0d3255bfef95601890afd80709");
        row("SHA-256", Digest::Sha256, "abc",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        row("SHA-512", Digest::Sha512, "abc",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
            "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
    }
    void digestsAreTheStandards()
    {
        QFETCH(int, digest);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, hex);
        QCOMPARE(digestHex(Digest(digest), text), hex);
    }

    /// RFC 2202 and RFC 4231.
    void hmacIsTheStandards()
    {
        QCOMPARE(hmacHex(Digest::Sha1, "Jefe", "what do ya want for nothing?"),
                 QByteArray("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"));
        QCOMPARE(hmacHex(Digest::Sha256, "Jefe", "what do ya want for nothing?"),
                 QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
        QCOMPARE(hmacHex(Digest::Sha1, QByteArray(80, char(0xaa)),
                         "Test Using Larger Than Block-Size Key - Hash Key First"),
                 QByteArray("aa4ae5e15272d00e95705637ce8a3b55ed402112"));
        QCOMPARE(hmacHex(Digest::Sha1, {}, {}), QByteArray("fbdb1d1b18aa6c08324b7d64b71fb76370690e1d"));
    }

    void secretsAreTheSameOnlyInFull_data()
    {
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<bool>("same");
        QTest::newRow("same") << QByteArray("Secret1") << true;
        QTest::newRow("other case") << QByteArray("secret1") << false;
        QTest::newRow("beginning") << QByteArray("Secret") << false;
        QTest::newRow("longer") << QByteArray("Secret12") << false;
        QTest::newRow("behind a zero") << QByteArray("Secret1\0", 8) << false;
        QTest::newRow("nothing") << QByteArray() << false;
    }
    void secretsAreTheSameOnlyInFull()
    {
        QFETCH(QByteArray, other);
        QFETCH(bool, same);
        QCOMPARE(isSameSecret("Secret1", other), same);
        QCOMPARE(isSameSecret(other, "Secret1"), same);
    }

    /// NIST SP 800-38A, F.2.6: the four blocks have no padding.
    void aesIsTheStandards()
    {
        const QByteArray key
                = QByteArray::fromHex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
        const QByteArray iv = QByteArray::fromHex("000102030405060708090a0b0c0d0e0f");
        const QByteArray cipherText
                = QByteArray::fromHex("f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d"
                                      "39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b");
        const auto plain = aes256CbcDecrypted(cipherText, key, iv, Padding::None);
        QVERIFY(plain);
        QCOMPARE(plain->toHex(),
                 QByteArray("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
                            "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710"));
        QVERIFY(!aes256CbcDecrypted(cipherText, key, iv, Padding::Pkcs7));
        QVERIFY(!aes256CbcDecrypted(cipherText.chopped(1), key, iv, Padding::None));
        QVERIFY(!aes256CbcDecrypted({}, key, iv, Padding::None));
        QVERIFY(!aes256CbcDecrypted(cipherText, key.chopped(1), iv, Padding::None));
        QVERIFY(!aes256CbcDecrypted(cipherText, key, iv.repeated(2), Padding::None));
    }
};

QTEST_APPLESS_MAIN(tst_Digests)
#include "tst_digests.moc"
